// Every kind of page, with an address of it in the demonstration's controller.
import { json } from './jenkins.js';
import { trial } from './trial.js';

const PORTAL = 'job/portal/job/ledger-lite/';

const PAGE = 'main.compliance-page, #side-panel nav';
const FORM = '.jenkins-form-item:has(> .jenkins-form-label .jenkins-help-button[helpurl*="/io.jenkins.plugins.compliance."])';

/** Name, who looks at it, address, what of the page is ours, and what to do there first. */
export async function kinds(page) {
  const { builds } = await json(page, `${PORTAL}compliance/history/api/json?tree=builds[build]`);
  const newest = builds[0].build;
  const { evidence } = await json(page, `${PORTAL}compliance/evidence/api/json?tree=evidence[sequence,kind]&depth=1`);
  const scan = evidence.find((each) => each.kind === 'scan').sequence;
  const { waivers } = await json(page, `${PORTAL}compliance/waivers/api/json`);
  const build = `${PORTAL}${newest}/compliance/`;
  const job = `${PORTAL}compliance/`;
  return [
    ['list view', 'alex', '', '.compliance-cell'],
    ['job, its main page', 'alex', PORTAL, '.compliance-job-main'],
    ['build, its main page', 'alex', `${PORTAL}${newest}/`, '.compliance-summary'],
    ['build', 'dana', build],
    ['build: procedures', 'dana', `${build}procedures/`],
    ['build: procedure', 'dana', `${build}procedures/source-scanned/`],
    ['build: requirements', 'dana', `${build}requirements/`],
    ['build: framework', 'dana', `${build}requirements/nist-800-53-r5/`],
    ['build: requirement', 'dana', `${build}requirements/nist-800-53-r5/SA-11/`],
    ['build: evidence', 'dana', `${build}evidence/`],
    ['build: a piece of evidence', 'dana', `${build}evidence/${scan}/`],
    ['build: findings', 'dana', `${build}findings/`],
    ['build: findings, fixed', 'dana', `${build}findings/?standing=fixed`],
    ['job', 'alex', job],
    ['job, a past day', 'alex', `${job}?asOf=${await lastWeek(page)}`],
    ['job without a scan', 'alex', 'job/night/job/night-batch/compliance/'],
    ['job: procedures', 'alex', `${job}procedures/`],
    ['job: procedure', 'sam', `${job}procedures/components-without-known-flaws/`],
    ['job: requirements', 'alex', `${job}requirements/`],
    ['job: framework', 'alex', `${job}requirements/iso-27001-2022/`],
    ['job: requirement', 'alex', `${job}requirements/iso-27001-2022/A.8.8/`],
    ['job: evidence ledger', 'alex', `${job}evidence/`],
    ['job: a piece of evidence', 'alex', `${job}evidence/${scan}/`],
    ['job: verification', 'alex', `${job}evidence/`, PAGE, verify],
    ['job: history', 'alex', `${job}history/`],
    ['job: waivers', 'sam', `${job}waivers/`],
    ['job: waiver', 'sam', `${job}waivers/${waivers[0].id}/`],
    ['job: waiver, asked for', 'dana', `${job}waivers/request/?procedure=source-scanned`],
    ['public keys', 'alex', 'compliance/keys/', '#main-panel'],
    ['Manage Jenkins: Compliance', 'admin', 'manage/configureCompliance/', '#main-panel'],
    ['Manage Jenkins: nothing written', 'admin', 'manage/', '#compliance-unwritten'],
    ['folder, its form', 'admin', 'job/portal/configure', FORM],
    ['job, its form', 'admin', `${PORTAL}configure`, FORM, unfold('ComplianceJobProperty')],
    ['freestyle job, its form', 'admin', `${trial}configure`, FORM],
...['complianceTag', 'complianceScan', 'complianceEvidence', 'complianceGate'].map((name) => [
      `step ${name}`, 'admin', `${PORTAL}pipeline-syntax/`, FORM, choose(name),
    ]),
  ].map(([name, user, path, ours = PAGE, then = null]) => ({ name, user, path, ours, then }));
}

async function lastWeek(page) {
  const { builds } = await json(page, `${PORTAL}compliance/history/api/json?tree=builds[at]`);
  return new Date(Date.parse(builds[0].at) - 5 * 24 * 3600 * 1000).toISOString().slice(0, 10);
}

async function verify(page) {
  await Promise.all([page.waitForNavigation({ waitUntil: 'load' }), page.click('form[action=verify] button')]);
}

/** Opens the part of a form that belongs to a property. */
function unfold(property) {
  return async (page) => {
    await page.evaluate((name) => {
      const start = document.querySelector(`[name="io-jenkins-plugins-compliance-config-${name}"]`);
      start.parentElement.querySelector('input[type=checkbox]:not(:checked)')?.click();
    }, property);
    await page.waitForTimeout(1000);
  };
}

/** Chooses a step in the Snippet Generator. */
function choose(step) {
  return async (page) => {
    await page.evaluate((name) => {
      const choice = [...document.querySelectorAll('select')].find((each) => [...each.options].some((o) => o.text.startsWith(`${name}:`)));
      choice.selectedIndex = [...choice.options].findIndex((each) => each.text.startsWith(`${name}:`));
      choice.dispatchEvent(new Event('change', { bubbles: true }));
    }, step);
    await page.waitForTimeout(1500);
  };
}
