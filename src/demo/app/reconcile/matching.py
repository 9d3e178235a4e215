"""Match credits with invoices by creditor reference, then by amount."""


def match(credits, rules):
    """Return the credits that were booked and those that a clerk has to look at."""
    tolerance = rules.get("tolerance", 0)
    expected = {invoice["reference"]: invoice for invoice in rules.get("open", [])}
    booked, left = [], []
    for credit in credits:
        invoice = expected.get(credit["reference"])
        if invoice is not None and abs(float(credit["amount"]) - invoice["amount"]) <= tolerance:
            booked.append((credit, invoice))
        else:
            left.append(credit)
    return booked, left
