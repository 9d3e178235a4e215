// Looks at every kind of page in every look: what axe-core finds, what scripts and the Content-Security-Policy complain about, what does
// not fit the width, and what the keyboard can't reach. Prints a table; fails when something of ours is found.
// Usage: JENKINS=http://localhost:8080/jenkins/ [CHROMIUM=/usr/bin/chromium] node check.js [light|dark|narrow ...] [part of a page's name ...]
import { readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { address, enter, followSystemTheme, launch, looks } from './jenkins.js';
import { kinds } from './kinds.js';
import { walk } from './keyboard.js';
import { begin, end } from './trial.js';

const axe = readFileSync(createRequire(import.meta.url).resolve('axe-core/axe.min.js'), 'utf8');
const asked = process.argv.slice(2);
const only = asked.filter((each) => !(each in looks));
const browser = await launch();
const admin = await enter(browser, 'admin', 'light');
const dark = await followSystemTheme(admin.page);
await begin(admin.page);
const pages = (await kinds(admin.page)).filter(({ name }) => only.length === 0 || only.some((part) => name.includes(part)));
let failed = 0;

for (const look of Object.keys(looks).filter((each) => asked.every((a) => !(a in looks)) || asked.includes(each))) {
  if (look === 'dark' && !dark) {
    console.log('dark: left out, the controller has no plugin for dark pages');
    continue;
  }
  console.log(`\n${'look'.padEnd(8)}${'page'.padEnd(34)}${'ours'.padStart(6)}${"Jenkins'".padStart(10)}${'scripts, CSP'.padStart(14)}${'keyboard'.padStart(10)}`);
  const sessions = new Map();
  for (const kind of pages) {
    if (!sessions.has(kind.user)) {
      sessions.set(kind.user, await enter(browser, kind.user, look));
    }
    const session = sessions.get(kind.user);
    const found = await look_at(session, kind);
    const bad = found.ours.length + found.troubles.length + found.keyboard.length;
    failed += bad;
    console.log(
      look.padEnd(8) + kind.name.padEnd(34) + String(found.ours.length).padStart(6) + String(found.frame.length).padStart(10) +
        String(found.troubles.length).padStart(14) + String(found.keyboard.length).padStart(10),
    );
    for (const line of [...found.ours, ...found.troubles, ...found.keyboard]) {
      console.log(`         ${line}`);
    }
  }
  for (const { context } of sessions.values()) {
    await context.close();
  }
}
await end(admin.page);
await browser.close();
console.log(failed === 0 ? '\nnothing of ours is wrong' : `\n${failed} things of ours are wrong`);
process.exitCode = failed === 0 ? 0 : 1;

async function look_at({ page, troubles }, { path, ours, then }) {
  troubles.length = 0;
  const answer = await page.goto(address + path, { waitUntil: 'load' });
  if (then) {
    await then(page);
  }
  await page.waitForTimeout(300);
  const wide = await page.evaluate(() => document.documentElement.scrollWidth - document.documentElement.clientWidth);
  const jenkins = troubles.filter((each) => each.startsWith('script') && /\/(jsbundles|scripts)\//.test(each));
  const seen = troubles.filter((each) => !jenkins.includes(each));
  if (!answer.ok()) {
    seen.push(`status ${answer.status()}`);
  }
  await page.evaluate(axe);
  const violations = await page.evaluate(async (selector) => {
    const { violations } = await globalThis.axe.run(document, { resultTypes: ['violations'] });
    // What lies outside of landmarks is a matter of the page's frame.
    const ours = (rule, element) => Boolean(element?.closest(selector)) && (rule !== 'region' || Boolean(element.closest('main')));
    return violations.flatMap(({ id, impact, nodes }) =>
      nodes.map(({ target, any, all, none }) => {
        const element = document.querySelector(target[0]);
        return {
          ours: ours(id, element),
          text: `${id} (${impact}) ${target.join(' ')}: ${[...any, ...all, ...none][0]?.message ?? ''}`,
        };
      }),
    );
  }, ours);
  return {
    ours: [...violations.filter((each) => each.ours).map((each) => each.text), ...(wide > 0 ? [`${wide} px wider than the window`] : [])],
    frame: [...violations.filter((each) => !each.ours), ...jenkins],
    troubles: seen,
    keyboard: await walk(page, ours),
  };
}
