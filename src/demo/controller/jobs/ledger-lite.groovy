// The portal with flaws of every kind: src/demo/app, as it was on the day of the build.
pipeline {
  agent { label 'demo' }
  options { buildDiscarder(logRotator(numToKeepStr: '50')) }
  stages {
    stage('Check out') {
      steps {
        complianceTag exposure: 'internet', kind: 'web', data: 'payment'
        sh '"$DEMO_HOME/controller/check-out" ledger-lite .'
      }
    }
    stage('Test') {
      steps {
        complianceEvidence kind: 'test', files: 'surefire-reports/*.xml'
      }
    }
    stage('Scan') {
      steps {
        complianceScan parallel: 2
      }
    }
    stage('Gate') {
      agent none
      steps {
        complianceGate mode: 'warn'
      }
    }
  }
}
