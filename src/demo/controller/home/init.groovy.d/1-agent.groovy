// Connects the demonstration's agent: a process of its own, as builds on the controller itself are what policy forbids.
import hudson.model.Slave
import hudson.security.ACL
import jenkins.model.Jenkins

Thread.start('demonstration-agent') {
    ACL.as2(ACL.SYSTEM2)
    def jenkins = Jenkins.get()
    def computer = jenkins.getComputer('workbench')
    def home = new File('@demo.agent@')
    home.mkdirs()
    def jar = new File(home, 'agent.jar')
    jar.bytes = new Slave.JnlpJar('agent.jar').readFully()
    // The address is answered a moment after this script has run.
    while (!computer.online) {
        def java = new File(System.getProperty('java.home'), 'bin/java').path
        def process = new ProcessBuilder(java, '-jar', jar.path, '-url', jenkins.rootUrl, '-name', 'workbench',
                '-secret', computer.jnlpMac, '-webSocket', '-workDir', home.path, '-noReconnect')
                .redirectErrorStream(true).redirectOutput(new File(home, 'agent.log')).start()
        Runtime.runtime.addShutdownHook(new Thread({ process.destroy() }))
        process.waitFor()
        sleep(2000)
    }
}
