// Takes the pictures of docs/jenkins/tour.md. Usage: JENKINS=http://localhost:8080/jenkins/ [CHROMIUM=/usr/bin/chromium] node shoot.js [name ...]
import { mkdirSync, writeFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import UPNG from 'upng-js';
import { address, enter, followSystemTheme, launch } from './jenkins.js';

const PORTAL = 'job/portal/job/ledger-lite/';
const into = new URL('../../../docs/jenkins/tour/', import.meta.url);

/** Name, who looks, in which look, address, height of the picture, and what to do or to scroll to first. */
const pictures = [
  ['jobs', 'alex', 'light', '', 520],
  ['build-summary', 'dana', 'light', `${PORTAL}8/`, 480],
  ['build', 'dana', 'light', `${PORTAL}8/compliance/`, 860],
  ['procedure', 'dana', 'light', `${PORTAL}8/compliance/procedures/no-secrets-in-source/`, 860],
  ['findings', 'dana', 'light', `${PORTAL}8/compliance/findings/?standing=new`, 560, (page) => toTop(page, '.compliance-filters', 130)],
  ['waiver', 'sam', 'light', `${PORTAL}compliance/waivers/`, 560, firstWaiver],
  ['configuration', 'admin', 'light', 'manage/configureCompliance/', 860],
  ['tools', 'admin', 'light', 'manage/configureCompliance/', 700, (page) => toTop(page, '[name=tools]')],
  ['folder', 'admin', 'light', 'job/portal/configure', 620, (page) => toTop(page, '[name="_.tags"]', 90)],
  ['snippet', 'dana', 'light', `${PORTAL}pipeline-syntax/`, 760, generateScan],
  ['job', 'alex', 'light', `${PORTAL}compliance/`, 1000],
  ['past-day', 'alex', 'light', `${PORTAL}compliance/`, 420, fiveDaysBack],
  ['requirement', 'alex', 'light', `${PORTAL}compliance/requirements/iso-27001-2022/A.8.8/`, 760],
  ['evidence', 'alex', 'light', `${PORTAL}8/compliance/evidence/`, 760],
  ['entry', 'alex', 'light', `${PORTAL}8/compliance/evidence/`, 860, firstEntry],
  ['verification', 'alex', 'light', `${PORTAL}compliance/evidence/`, 420, verify],
  ['keys', 'alex', 'light', 'compliance/keys/', 600],
  ['never-scanned', 'alex', 'dark', 'job/night/job/night-batch/compliance/', 760],
  ['history-dark', 'alex', 'dark', `${PORTAL}compliance/history/`, 720],
  ['narrow', 'dana', 'narrow', `${PORTAL}8/compliance/`, 860],
];

const asked = process.argv.slice(2);
const browser = await launch();
if (!(await followSystemTheme((await enter(browser, 'admin', 'light')).page))) {
  console.warn('the controller has no plugin for dark pages: dark pictures will be light');
}
mkdirSync(into, { recursive: true });
const sessions = new Map();
for (const [name, user, look, path, height, first] of pictures) {
  if (asked.length > 0 && !asked.includes(name)) {
    continue;
  }
  const key = `${user} ${look}`;
  if (!sessions.has(key)) {
    sessions.set(key, await enter(browser, user, look));
  }
  const { page } = sessions.get(key);
  await page.setViewportSize({ width: page.viewportSize().width, height });
  await page.goto(address + path, { waitUntil: 'load' });
  await first?.(page);
  await shortenPaths(page);
  await page.mouse.move(0, 0);
  await page.waitForTimeout(800);
  const picture = fewerColours(await page.screenshot());
  writeFileSync(fileURLToPath(new URL(`${name}.png`, into)), picture);
  console.log(`${name.padEnd(16)}${String(Math.round(picture.length / 1024)).padStart(5)} KB`);
}
await browser.close();

/** The picture with at most 256 colours. */
function fewerColours(png) {
  const { width, height } = UPNG.decode(png);
  return Buffer.from(UPNG.encode(UPNG.toRGBA8(UPNG.decode(png)), width, height, 256));
}

/** Leaves out where on the machine the demonstration lies. */
async function shortenPaths(page) {
  await page.evaluate(() => {
    for (const field of document.querySelectorAll('input, textarea')) {
      if (field.value.includes('/src/demo/')) {
        field.value = field.value.replace(/[^\s=]*(?=\/src\/demo\/)/g, '…');
      }
    }
  });
}

async function toTop(page, selector, above = 70) {
  await page.locator(selector).first().waitFor();
  await page.evaluate(([what, px]) => {
    const top = document.querySelector(what).getBoundingClientRect().top;
    window.scrollBy(0, top - px);
  }, [selector, above]);
}

async function follow(page, selector) {
  await Promise.all([page.waitForNavigation({ waitUntil: 'load' }), page.locator(selector).first().click()]);
}

async function firstWaiver(page) {
  await follow(page, 'table.compliance-table a[href*="/waivers/w-"]');
}

async function fiveDaysBack(page) {
  const field = page.locator('#compliance-as-of');
  const day = new Date(Date.parse(await field.inputValue()) - 5 * 24 * 3600 * 1000).toISOString().slice(0, 10);
  await field.fill(day);
  await follow(page, '.compliance-as-of button');
}

async function firstEntry(page) {
  await follow(page, 'table.compliance-table a[href*="/evidence/"]');
}

async function verify(page) {
  await follow(page, 'form[action=verify] button');
}

async function generateScan(page) {
  await page.evaluate(() => {
    const choice = [...document.querySelectorAll('select')].find((each) => [...each.options].some((o) => o.text.startsWith('complianceScan:')));
    choice.selectedIndex = [...choice.options].findIndex((each) => each.text.startsWith('complianceScan:'));
    choice.dispatchEvent(new Event('change', { bubbles: true }));
  });
  await page.waitForTimeout(1500);
  await page.locator('#generatePipelineScript').click();
  await page.waitForTimeout(1500);
  await toTop(page, 'select:has(option[value^="complianceScan"])', 120);
}
