// The demonstration's controller as a browser sees it.
import { chromium } from 'playwright-core';

/** Address of the controller, with a slash at its end. */
export const address = (process.env.JENKINS ?? 'http://localhost:8080/jenkins/').replace(/\/*$/, '/');

/** The looks that pages are seen in. */
export const looks = {
  light: { width: 1280, height: 860, colorScheme: 'light' },
  dark: { width: 1280, height: 860, colorScheme: 'dark' },
  narrow: { width: 400, height: 860, colorScheme: 'light' },
};

/** Starts the browser: the one at CHROMIUM, or Chrome where it is installed. */
export function launch() {
  const path = process.env.CHROMIUM;
  return chromium.launch({ ...(path ? { executablePath: path } : { channel: 'chrome' }), args: process.getuid?.() === 0 ? ['--no-sandbox'] : [] });
}

/** A page of somebody who is logged in; `troubles` collects what scripts and the Content-Security-Policy complain about. */
export async function enter(browser, user, look, locale = 'en-GB') {
  const { width, height, colorScheme } = looks[look];
  const context = await browser.newContext({ viewport: { width, height }, colorScheme, locale, timezoneId: 'UTC' });
  const troubles = [];
  await context.exposeBinding('complianceTrouble', (_, text) => troubles.push(text));
  await context.addInitScript(() => {
    document.addEventListener('securitypolicyviolation', (e) =>
      window.complianceTrouble(`policy ${e.violatedDirective} ${e.blockedURI} ${e.sourceFile ?? ''}:${e.lineNumber}`),
    );
  });
  const page = await context.newPage();
  page.setDefaultTimeout(120_000);
  page.on('pageerror', (e) => troubles.push(`script ${e} ${e.stack?.match(/https?:[^\s)]+/)?.[0] ?? ''}`));
  page.on('console', (m) => m.type() === 'error' && troubles.push(`console ${m.text()} ${m.location().url}`));
  await page.goto(address + 'login');
  await page.fill('[name=j_username]', user);
  await page.fill('[name=j_password]', user);
  await Promise.all([page.waitForNavigation({ waitUntil: 'load' }), page.click('[name=Submit]')]);
  return { page, context, troubles };
}

/** What a program gets of an address. */
export async function json(page, path) {
  const answer = await page.request.get(address + path);
  if (!answer.ok()) {
    throw new Error(`${path}: ${answer.status()}`);
  }
  return answer.json();
}

/** Lets the pages be dark where the reader's system is; false when the controller has no plugin for that. */
export async function followSystemTheme(page) {
  const script = `
    def of = { name -> jenkins.model.Jenkins.get().pluginManager.uberClassLoader.loadClass('io.jenkins.plugins.' + name) }
    try {
      jenkins.model.Jenkins.get().getDescriptorByType(of('thememanager.ThemeManagerPageDecorator'))
          .setTheme(of('darktheme.DarkThemeSystemManagerFactory').getDeclaredConstructor().newInstance())
      println 'dark'
    } catch (ClassNotFoundException e) { println 'no plugin' }`;
  const { crumbRequestField, crumb } = await json(page, 'crumbIssuer/api/json');
  const answer = await page.request.post(address + 'scriptText', { headers: { [crumbRequestField]: crumb }, form: { script } });
  return (await answer.text()).trim() === 'dark';
}
