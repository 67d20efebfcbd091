# SPDX-License-Identifier: EUPL-1.2
"""The form of an encrypted file: what goes in comes out, and nothing that was done to it goes unseen."""

import io

import pytest
from hypothesis import given
from hypothesis import strategies as st

from storage.attachments.format import CHUNK, HEADER_SIZE, TAG, Altered, Header, decrypted, encrypted

KEY = bytearray(range(32))
SMALL = 8


def cut(content: bytes, chunk: int) -> list[bytes]:
    return [content[at : at + chunk] for at in range(0, len(content), chunk)]


def written(content: bytes, chunk: int = SMALL, key: bytearray = KEY) -> bytes:
    header = Header.new(chunk)
    return bytes(header) + b"".join(encrypted(cut(content, chunk), header, key))


def read(file: bytes, key: bytearray = KEY) -> bytes:
    return b"".join(decrypted(io.BytesIO(file), key))


@given(st.integers(1, 40), st.binary(max_size=200))
def test_what_goes_in_comes_out(chunk: int, content: bytes) -> None:
    file = written(content, chunk)
    assert read(file) == content
    assert len(file) == Header.new(chunk).size_of(len(content))


@given(st.integers(0, 4), st.integers(-2, 2), st.integers(1, 40))
def test_it_comes_out_around_the_end_of_a_chunk(chunks: int, beside: int, chunk: int) -> None:
    content = bytes(range(256))[: max(0, chunks * chunk + beside)]
    assert read(written(content, chunk)) == content


@pytest.mark.parametrize("size", [CHUNK - 1, CHUNK, CHUNK + 1, 2 * CHUNK])
def test_it_comes_out_around_the_end_of_a_chunk_as_it_is_used(size: int) -> None:
    content = bytes(size)
    assert read(written(content, CHUNK)) == content


def test_equal_content_never_gives_equal_files() -> None:
    assert written(b"gelijk") != written(b"gelijk")


def test_every_single_bit_that_is_flipped_is_found() -> None:
    file = written(b"van alles wat in vier stukken past")
    for at in range(8 * len(file)):
        broken = bytearray(file)
        broken[at // 8] ^= 1 << at % 8
        with pytest.raises(Altered):
            read(bytes(broken))


def test_a_file_that_was_cut_off_anywhere_is_found() -> None:
    file = written(bytes(4 * SMALL))
    for size in range(len(file)):
        with pytest.raises(Altered):
            read(file[:size])


def test_chunks_that_were_moved_added_or_left_out_are_found() -> None:
    file = written(bytes(range(4 * SMALL)))
    head, body = file[:HEADER_SIZE], cut(file[HEADER_SIZE:], SMALL + TAG)
    moved = [body[1], body[0], *body[2:]]
    for chunks in (moved, [*body, body[3]], [*body, body[0]], body[1:], [*body[:2], body[3]], body[:3]):
        with pytest.raises(Altered):
            read(head + b"".join(chunks))
    with pytest.raises(Altered):
        read(file + b"\0")


def test_a_chunk_of_another_file_under_the_same_key_is_found() -> None:
    one, other = written(bytes(2 * SMALL)), written(bytes(2 * SMALL))
    swapped = one[: HEADER_SIZE + SMALL + TAG] + other[HEADER_SIZE + SMALL + TAG :]
    for file in (swapped, one[:HEADER_SIZE] + other[HEADER_SIZE:]):
        with pytest.raises(Altered):
            read(file)


def test_another_key_opens_nothing() -> None:
    with pytest.raises(Altered):
        read(written(b"geheim"), bytearray(32))


def test_a_chunk_larger_than_ours_is_refused_before_anything_is_allocated() -> None:
    with pytest.raises(Altered):
        Header.read(io.BytesIO(bytes(Header(CHUNK + 1, bytes(7)))))
