// A job that is there while pages are checked: a freestyle job with all that the plugin adds to its form, whose evidence can't be written down.
import { address, json } from './jenkins.js';

const NAME = 'trial-of-forms';

/** Address of the job. */
export const trial = `job/${NAME}/`;

/** Makes the job, and runs it: something lies where its evidence should. */
export async function begin(page) {
  await run(page, `
    import hudson.tasks.Shell
    import io.jenkins.plugins.compliance.steps.*
    def job = jenkins.model.Jenkins.get().getItem('${NAME}') ?: jenkins.model.Jenkins.get().createProject(hudson.model.FreeStyleProject, '${NAME}')
    def tests = new ComplianceEvidenceStep('test')
    tests.files = 'TEST-*.xml'
    job.buildWrappersList.replaceBy([new ComplianceTagWrapper(new ComplianceTagStep())])
    job.buildersList.replaceBy([
        new Shell('''echo '<testsuite name="s" tests="1"><testcase classname="c" name="n"/></testsuite>' > TEST-a.xml'''),
        new ComplianceScanBuilder(new ComplianceScanStep()),
        new ComplianceEvidenceBuilder(tests)])
    job.publishersList.replaceBy([new ComplianceGateRecorder(new ComplianceGateStep())])
    def place = new File(job.rootDir, 'compliance')
    place.isDirectory() ?: (place.text = 'in the way')
    job.scheduleBuild2(0).get()
    job.buildersList.remove(Shell)`); // The editor in its form keeps the tab key for itself.
}

/** Takes the job away. */
export async function end(page) {
  await run(page, `jenkins.model.Jenkins.get().getItem('${NAME}')?.delete()`);
}

async function run(page, script) {
  const { crumbRequestField, crumb } = await json(page, 'crumbIssuer/api/json');
  const answer = await page.request.post(`${address}scriptText`, { headers: { [crumbRequestField]: crumb }, form: { script } });
  const said = await answer.text();
  if (!answer.ok() || said.includes('Exception')) {
    throw new Error(said);
  }
}
