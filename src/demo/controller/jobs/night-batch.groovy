// A job that calls no step of the plugin: it is judged all the same. Its tags come from its folder.
node('demo') {
  stage('Reconcile') {
    sh 'echo "matched 1,204 bank credits with open invoices"'
  }
}
