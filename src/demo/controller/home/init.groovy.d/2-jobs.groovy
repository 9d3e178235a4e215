// Makes the three jobs of the demonstration where they are not there yet.
import com.cloudbees.hudson.plugins.folder.Folder
import io.jenkins.plugins.compliance.config.ComplianceFolderProperty
import jenkins.model.Jenkins
import org.jenkinsci.plugins.workflow.cps.CpsFlowDefinition
import org.jenkinsci.plugins.workflow.job.WorkflowJob

def jenkins = Jenkins.get()
def jobs = new File('@demo@/controller/jobs')

def folder = { name, title, tags ->
    def there = jenkins.getItem(name) ?: jenkins.createProject(Folder, name)
    there.displayName = title
    if (there.properties.get(ComplianceFolderProperty) == null) {
        def property = new ComplianceFolderProperty()
        property.tags = tags
        there.addProperty(property)
    }
    there
}
def job = { parent, name, title ->
    if (parent.getItem(name) == null) {
        def made = parent.createProject(WorkflowJob, name)
        made.displayName = title
        made.definition = new CpsFlowDefinition(new File(jobs, name + '.groovy').getText('UTF-8'), true)
        made.save()
    }
}

def portal = folder('portal', 'Customer portal', 'data=payment')
def platform = folder('platform', 'Platform', 'team=platform')
def night = folder('night', 'Night jobs', 'exposure=internal, kind=batch')
job(portal, 'ledger-lite', 'Ledger Lite')
job(platform, 'slug', 'Slug')
job(night, 'night-batch', 'Night batch')
