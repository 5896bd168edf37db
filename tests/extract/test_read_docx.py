import docx
import pytest
from docx.enum.text import WD_BREAK
from docx.oxml import parse_xml
from docx.oxml.ns import nsdecls

from extract.errors import ReadError
from extract.read_docx import BETWEEN, read_docx
from tests.extract.documents import archive, saved, word


def paragraphs(data: bytes) -> list[str]:
    return read_docx(data, "a.docx").text.split(BETWEEN)


def test_paragraphs_and_tables_stand_in_order() -> None:
    document = docx.Document()
    document.add_paragraph("Før")
    table = document.add_table(rows=2, cols=2)
    for cell, text in zip(
        table.rows[0].cells + table.rows[1].cells, ["Model", "Mål", "Havneløftet", "12"], strict=True
    ):
        cell.text = text
    document.add_paragraph("Efter")
    assert paragraphs(saved(document)) == ["Før", "Model Mål", "Havneløftet 12", "Efter"]


def test_a_table_that_lays_out_a_page_is_no_row() -> None:
    document = docx.Document()
    cell = document.add_table(rows=1, cols=2).rows[0].cells[1]
    cell.text = "Til Rådmanden"
    cell.add_paragraph("Dato 3. maj 2025")
    assert paragraphs(saved(document)) == ["Til Rådmanden", "Dato 3. maj 2025"]


def test_headers_and_footers_are_left_out() -> None:
    document = docx.Document()
    document.sections[0].header.paragraphs[0].text = "Side 1 af 3"
    document.add_paragraph("Tekst")
    assert paragraphs(saved(document)) == ["Tekst"]


def test_bullets_are_written_out() -> None:
    assert paragraphs(word([("Et", "List Bullet"), "Tekst"])) == ["• Et", "Tekst"]


def test_list_numbers_are_written_out() -> None:
    assert paragraphs(word([("at et", "List Number"), ("at to", "List Number")])) == ["1. at et", "2. at to"]


def test_page_breaks_begin_pages() -> None:
    document = docx.Document()
    document.add_paragraph("Et").add_run().add_break(WD_BREAK.PAGE)
    document.add_paragraph("To")
    read = read_docx(saved(document), "a.docx")
    assert [page.span.of(read.text) for page in read.pages] == ["Et\f", "To"]


def test_where_word_rendered_its_pages_those_count() -> None:
    document = docx.Document()
    document.add_paragraph("Et").add_run().add_break(WD_BREAK.PAGE)
    run = document.add_paragraph("To, ").add_run("tre")
    run._r.insert(0, parse_xml(f"<w:lastRenderedPageBreak {nsdecls('w')}/>"))
    assert read_docx(saved(document), "a.docx").text.split("\f")[1] == "tre"


def test_a_line_break_stays_in_its_paragraph() -> None:
    assert paragraphs(word(["Til Rådmanden\nFra Havnen"])) == ["Til Rådmanden\nFra Havnen"]


TEXT_BOX = """<w:r {ns} xmlns:mc="http://schemas.openxmlformats.org/markup-compatibility/2006">
<mc:AlternateContent><mc:Choice Requires="wps"><w:txbxContent><w:p><w:r><w:t>Det indstilles,</w:t></w:r></w:p>
</w:txbxContent></mc:Choice><mc:Fallback><w:txbxContent><w:p><w:r><w:t>Det indstilles,</w:t></w:r></w:p>
</w:txbxContent></mc:Fallback></mc:AlternateContent></w:r>"""


def test_a_text_box_stands_once_behind_its_paragraph() -> None:
    document = docx.Document()
    document.add_paragraph("Det ses ")._p.append(parse_xml(TEXT_BOX.format(ns=nsdecls("w"))))
    document.add_paragraph("Slut")
    assert paragraphs(saved(document)) == ["Det ses ", "Det indstilles,", "Slut"]


def test_what_was_struck_out_is_left_out() -> None:
    document = docx.Document()
    struck = f"<w:del {nsdecls('w')}><w:r><w:delText>ikke </w:delText></w:r></w:del>"
    document.add_paragraph("Godkendt")._p.append(parse_xml(struck))
    assert paragraphs(saved(document)) == ["Godkendt"]


def refused(data: bytes) -> str:
    with pytest.raises(ReadError) as caught:
        read_docx(data, "a.docx")
    return caught.value.status


def test_half_a_docx_is_refused() -> None:
    assert refused(word(["Tekst"])[:2000]) == "truncated"


def test_a_docx_with_broken_xml_is_refused() -> None:
    data = word(["Tekst"])
    assert refused(_with_document(data, b"<w:document>")) == "unreadable"


def test_a_docx_without_its_document_is_refused() -> None:
    assert refused(archive({"word/document.xml": b"<x/>"})) == "unreadable"


def test_a_docx_that_grows_beyond_measure_is_refused() -> None:
    assert refused(_with_document(word(["Tekst"]), b" " * 5_000_000)) == "zip_bomb"


def test_entities_are_not_resolved() -> None:
    bomb = (
        b'<!DOCTYPE x [<!ENTITY a "aaaaaaaaaa"><!ENTITY b "&a;&a;&a;">]>'
        b'<w:document xmlns:w="http://schemas.openxmlformats.org/wordprocessingml/2006/main">'
        b"<w:body><w:p><w:r><w:t>&b;</w:t></w:r></w:p></w:body></w:document>"
    )
    assert "aaa" not in read_docx(_with_document(word(["Tekst"]), bomb), "a.docx").text


def _with_document(data: bytes, document: bytes) -> bytes:
    import io
    import zipfile

    with zipfile.ZipFile(io.BytesIO(data)) as old:
        members = {name: old.read(name) for name in old.namelist()}
    return archive({**members, "word/document.xml": document})
