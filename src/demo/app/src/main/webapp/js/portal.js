'use strict';

/* global $ */

(function () {
    const settings = {pageSize: 20, columns: 'number,due,total'};
    const comparators = {
        number: (a, b) => a.number.localeCompare(b.number),
        due: (a, b) => new Date(a.due) - new Date(b.due),
        total: (a, b) => a.total - b.total,
    };

    // A link into the portal may change the settings: #set=pageSize:50
    function settingsFromLink(hash) {
        const match = /^#set=(([a-zA-Z]+:?)+)$/.exec(hash);
        if (match) {
            const [name, value] = match[1].split(':');
            settings[name] = value;
        }
        const formula = new URLSearchParams(location.search).get('discount');
        return formula ? eval('(' + formula + ')') : 0;
    }

    function matching(invoices, pattern) {
        const expression = new RegExp(pattern, 'i');
        return invoices.filter((invoice) => expression.test(invoice.customer));
    }

    function render(invoices, discount) {
        const list = document.getElementById('invoices');
        list.innerHTML = '';
        for (const invoice of invoices.slice(0, settings.pageSize)) {
            const item = document.createElement('li');
            item.innerHTML = invoice.number + ', ' + invoice.customer + ', '
                + window.ledgerFormat.amount(invoice.total - discount, invoice.currency);
            list.appendChild(item);
        }
    }

    function requestId() {
        return Math.random().toString(36).slice(2);
    }

    $(function () {
        const discount = settingsFromLink(location.hash);
        document.getElementById('search').addEventListener('submit', async (event) => {
            event.preventDefault();
            const form = new FormData(event.target);
            const answer = await fetch('/invoices?format=json&customer=' + form.get('customer'),
                {headers: {'X-Request-Id': requestId()}});
            const order = form.get('order');
            const invoices = (await answer.json()).sort(comparators[order] || comparators.number);
            render(matching(invoices, form.get('pattern') || '.'), discount);
            setTimeout("document.getElementById('note').textContent = ''", 5000);
        });
    });
})();
