CREATE TABLE invoice (
    number   VARCHAR(20)  PRIMARY KEY,
    customer VARCHAR(200) NOT NULL,
    issued   DATE         NOT NULL,
    due      DATE         NOT NULL,
    paid     VARCHAR(25)
);
CREATE INDEX invoice_by_customer ON invoice (customer);

CREATE TABLE download_token (
    fingerprint CHAR(32)    PRIMARY KEY,
    invoice     VARCHAR(20) NOT NULL REFERENCES invoice (number),
    expires     TIMESTAMP   NOT NULL
);
