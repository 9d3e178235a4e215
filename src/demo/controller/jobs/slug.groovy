// The well-kept library: src/demo/controller/apps/slug.
pipeline {
  agent { label 'demo' }
  options { buildDiscarder(logRotator(numToKeepStr: '50')) }
  stages {
    stage('Build') {
      steps {
        complianceTag kind: 'library'
        sh '"$DEMO_HOME/controller/check-out" slug .'
        sh 'mvn -B -ntp -q verify'
      }
      post {
        always {
          complianceEvidence kind: 'test', files: 'target/surefire-reports/TEST-*.xml'
        }
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
        complianceGate mode: 'enforce'
      }
    }
  }
}
