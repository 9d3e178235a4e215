'use strict';

// ESLint over the demonstration's front end: security rules first, and the few others that hide defects.
// Run it with the application's directory as working directory; patterns are relative to that.
const security = require('eslint-plugin-security');

const browser = {
    document: 'readonly', fetch: 'readonly', FormData: 'readonly', Intl: 'readonly', location: 'readonly',
    setTimeout: 'readonly', URLSearchParams: 'readonly', window: 'readonly',
};

module.exports = [
    {ignores: ['**/vendor/**', 'target/**']},
    {
        files: ['**/*.js'],
        languageOptions: {ecmaVersion: 2022, sourceType: 'script', globals: browser},
        plugins: {security},
        rules: {
            ...security.configs.recommended.rules,
            'no-eval': 'error',
            'no-implied-eval': 'error',
            'no-new-func': 'error',
            'no-script-url': 'error',
            'no-undef': 'error',
            'no-unused-vars': 'warn',
            'eqeqeq': 'warn',
        },
    },
];
