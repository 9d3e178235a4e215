// Gives the jobs two weeks of history, by running builds with the clock of the evidence put back. It happens once, in the background;
// the address of the page can be used meanwhile.
import hudson.model.Cause
import hudson.model.CauseAction
import hudson.model.ParametersAction
import hudson.model.Run
import hudson.model.StringParameterValue
import hudson.model.TaskListener
import hudson.model.listeners.RunListener
import hudson.security.ACL
import io.jenkins.plugins.compliance.config.keys.Keys
import io.jenkins.plugins.compliance.record.clock.ControllerClock
import io.jenkins.plugins.compliance.record.waiver.JobWaivers
import io.jenkins.plugins.compliance.engine.policy.tag.Selector
import java.time.Duration
import java.time.Instant
import java.time.InstantSource
import java.util.logging.Logger
import jenkins.model.Jenkins

def log = Logger.getLogger('demonstration')
def jenkins = Jenkins.get()
def done = new File(jenkins.rootDir, 'history-made')
if (done.exists()) {
    return
}

def days = [14, 13, 12, 11, 10, 8, 7, 6, 5, 4, 3, 1, 0]
def names = ['portal/ledger-lite', 'platform/slug', 'night/night-batch']

Thread.start('demonstration-history') {
    ACL.as2(ACL.SYSTEM2)
    def message = jenkins.systemMessage
    def prepare = new ProcessBuilder('bash', '@demo@/prepare').redirectErrorStream(true)
            .redirectOutput(new File(jenkins.rootDir, 'prepare.log')).start()
    if (prepare.waitFor() != 0) {
        log.warning('not every scanner could be had, see prepare.log in ' + jenkins.rootDir + '; their evidence will be missing')
    }
    def field = { name ->
        def found = Run.getDeclaredField(name)
        found.accessible = true
        found
    }
    def timestamp = field('timestamp')
    def startTime = field('startTime')
    def duration = field('duration')
    def ago = Duration.ZERO
    def dating = new RunListener<Run>() {
        void onInitialize(Run run) {
            timestamp.setLong(run, run.timeInMillis - ago.toMillis())
        }

        void onStarted(Run run, TaskListener listener) {
            startTime.setLong(run, run.startTimeInMillis - ago.toMillis())
        }

        void onCompleted(Run run, TaskListener listener) {
            duration.setLong(run, Math.max(0L, run.duration - ago.toMillis()))
        }
    }
    def listeners = jenkins.getExtensionList(RunListener)
    listeners.add(0, dating)
    try {
        days.eachWithIndex { day, index ->
            jenkins.systemMessage = message + ' The history is being made: day ' + (index + 1) + ' of ' + days.size() + '.'
            ago = Duration.ofDays(day)
            ControllerClock.set({ Instant.now().minus(ago) } as InstantSource)
            names.collect { name ->
                def job = jenkins.getItemByFullName(name)
                job.scheduleBuild2(0, new CauseAction(new Cause.UserIdCause('dana')),
                        new ParametersAction([new StringParameterValue('DEMO_DAY', day as String)], ['DEMO_DAY']))
            }.each { it.get() }
            if (day == 7) {
                def waivers = JobWaivers.of(jenkins.getItemByFullName('portal/ledger-lite'), Keys.get().trusted())
                def id = waivers.request(new JobWaivers.Request('components-without-known-flaws', Selector.EVERYTHING,
                        'jQuery is replaced together with the new page design, planned for the next quarter.',
                        Instant.now() + Duration.ofDays(45)), 'dana', Keys.get().signing())
                waivers.approve(id, 'sam', 'Only reachable after login. Not longer than the quarter.', Keys.get().signing())
            }
        }
        done.text = Instant.now().toString()
        log.info('the history of the demonstration is made')
    } finally {
        ControllerClock.set({ Instant.now() } as InstantSource)
        listeners.remove(dating)
        jenkins.systemMessage = message
    }
}
