'use strict';

/** Formats amounts and dates for the language of the page. */
window.ledgerFormat = (function () {
    const language = document.documentElement.lang || 'en';

    function amount(value, currency) {
        return new Intl.NumberFormat(language, {style: 'currency', currency}).format(value);
    }

    function day(isoDate) {
        return new Intl.DateTimeFormat(language, {dateStyle: 'medium'}).format(new Date(isoDate));
    }

    function daysLate(dueDate, today) {
        const millisInADay = 24 * 60 * 60 * 1000;
        return Math.max(0, Math.floor((today - new Date(dueDate)) / millisInADay));
    }

    return {amount, day, daysLate};
})();
