'use strict';

// Writes ESLint's results as SARIF 2.1.0. The formatter that npm has for this asks for a dependency as `latest`, which no lock
// file holds still; ESLint's own JSON carries the whole text of each file with a result, which evidence should not.
const {pathToFileURL} = require('node:url');
const {ESLint} = require('eslint');

const ERROR = 2;

module.exports = (results, {rulesMeta = {}} = {}) => {
    const artifacts = results.map((file) => ({location: {uri: pathToFileURL(file.filePath).href}}));
    const messages = results.flatMap((file, index) =>
        [...file.messages, ...file.suppressedMessages].map((message) => ({message, location: location(artifacts, index, message)})),
    );
    // A message without a rule is no result: ESLint could not parse the file, or a comment in it is at fault.
    const found = messages.filter(({message}) => message.ruleId);
    const troubles = messages.filter(({message}) => !message.ruleId);
    const rules = [...new Set(found.map(({message}) => message.ruleId))];
    return JSON.stringify({
        $schema: 'https://json.schemastore.org/sarif-2.1.0.json',
        version: '2.1.0',
        runs: [{
            tool: {driver: {
                name: 'ESLint',
                version: ESLint.version,
                informationUri: 'https://eslint.org',
                rules: rules.map((id) => rule(id, rulesMeta[id])),
            }},
            columnKind: 'utf16CodeUnits',
            invocations: [{
                executionSuccessful: !troubles.some(({message}) => level(message) === 'error'),
                toolExecutionNotifications: troubles.map(notification),
            }],
            artifacts,
            results: found.map((each) => result(each, rules)),
        }],
    }, null, 1);
};

function rule(id, {docs = {}} = {}) {
    return {id, helpUri: docs.url, shortDescription: docs.description && {text: docs.description}};
}

function result({message, location}, rules) {
    return {
        ruleId: message.ruleId,
        ruleIndex: rules.indexOf(message.ruleId),
        level: level(message),
        message: {text: message.message},
        locations: [location],
        suppressions: message.suppressions?.map(({justification}) => ({kind: 'inSource', justification: justification || undefined})),
    };
}

function notification({message, location}) {
    return {level: level(message), message: {text: message.message}, locations: [location]};
}

function level(message) {
    return message.fatal || message.severity === ERROR ? 'error' : 'warning';
}

/** Lines and columns of both begin at 1, and both end before the end's column. Not every message has a place. */
function location(artifacts, index, {line, column, endLine, endColumn}) {
    const region = line > 0 ? {startLine: line, startColumn: column, endLine, endColumn} : undefined;
    return {physicalLocation: {artifactLocation: {...artifacts[index].location, index}, region}};
}
