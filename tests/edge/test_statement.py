"""Statements as banks give them: columns guessed, what went out left aside, two dialects of OFX."""

import pytest

from governance.words import Cents, Day
from web.edge.spreadsheet import Unreadable
from web.edge.statement import Credit, read_statement

ANA = Credit(Day("2026-01-03"), Cents(123_450), "VIR LEFEBVRE ANA parts", "R1")
HEAD = "Date;Libellé;Montant;Référence\n"

OFX1 = b"""OFXHEADER:100
DATA:OFXSGML

<OFX><BANKTRANLIST>
<STMTTRN><TRNTYPE>CREDIT
<DTPOSTED>20260103120000
<TRNAMT>+1234,50
<FITID>R1
<NAME>VIR LEFEBVRE
<MEMO>ANA parts
</STMTTRN>
<STMTTRN><TRNTYPE>DEBIT<DTPOSTED>20260104<TRNAMT>-5.00<FITID>R2<NAME>FRAIS &amp; CO</STMTTRN>
</BANKTRANLIST></OFX>"""
OFX2 = b"""<?xml version="1.0"?><?OFX OFXHEADER="200"?><OFX><STMTTRN><TRNTYPE>CREDIT</TRNTYPE>
<DTPOSTED>20260103</DTPOSTED><TRNAMT>1234.50</TRNAMT><FITID>R1</FITID><NAME>VIR LEFEBVRE</NAME>
<MEMO>ANA parts</MEMO></STMTTRN></OFX>"""


@pytest.mark.parametrize(
    "content",
    [
        (HEAD + "03/01/2026;VIR LEFEBVRE ANA parts;1 234,50;R1\n04/01/2026;FRAIS;-5,00;R2\n").encode(),
        "Compte 123\nSolde;8,00\nDate opération,Libellé,Débit,Crédit,Référence\n".encode("cp1252")
        + b"03/01/26,VIR LEFEBVRE ANA parts,,1234.50,R1\n04/01/26,FRAIS,5.00,,R2\n",
        OFX1,
        OFX2,
    ],
    ids=["amount", "debit-credit", "ofx1", "ofx2"],
)
def test_what_came_in_is_read_and_what_went_out_is_not(content):
    assert read_statement(content) == [ANA]


def test_a_file_without_the_columns_is_refused_in_words():
    with pytest.raises(Unreadable, match="une colonne Date"):
        read_statement(b"a;b\n1;2\n")


@pytest.mark.parametrize("amount", ["0,00", "beaucoup", "", "--5", "1.234"])
def test_a_line_without_an_amount_that_came_in_is_left_aside(amount):
    assert read_statement(f"Date;Libelle;Montant\n03/01/2026;x;{amount}\n".encode()) == []
