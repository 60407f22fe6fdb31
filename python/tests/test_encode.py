from __future__ import annotations

import json
import unittest

from tests.support import HERE  # noqa: F401  puts the package on the path
from touchstone_rl._encode import encode, item_of, label_of
from touchstone_rl._text import completion_text, prompt_text
from touchstone_rl.errors import BadRequest


class Scalar:
    """Stands for a numpy scalar or array, or a tensor."""

    def __init__(self, value):
        self.value = value

    def tolist(self):
        return self.value


class Labels(unittest.TestCase):
    def test_forms(self):
        for given, wanted in [
            ("4", "4"),
            (None, None),
            (4, "4"),
            (2**70, str(2**70)),
            (4.0, "4"),
            (0.1, "0.1"),
            (True, "true"),
            (b"4", "4"),
            (["4", 5], ["4", "5"]),
            ([], None),
            (Scalar(4), "4"),
            (Scalar(["a", "b"]), ["a", "b"]),
            ({"target": 7}, "7"),
            ({"ground_truth": Scalar("8"), "target": "9"}, "8"),
        ]:
            with self.subTest(given=given):
                self.assertEqual(label_of(given), wanted)

    def test_refused(self):
        for given in (float("nan"), float("inf"), {"other": 1}, object()):
            with self.subTest(given=given), self.assertRaises(BadRequest):
                label_of(given)


class Items(unittest.TestCase):
    def test_facts_that_are_none_are_left_out(self):
        self.assertEqual(item_of("r", "4", tokens=None, step=3), {"response": "r", "label": "4", "step": 3})

    def test_numbers_of_numpy(self):
        self.assertEqual(item_of("r", None, tokens=Scalar(5), logProbs=Scalar([-0.5])), {"response": "r", "label": None, "tokens": 5, "logProbs": [-0.5]})

    def test_what_json_cannot_carry_is_named(self):
        for facts, name in [({"entropy": float("nan")}, "entropy"), ({"logProbs": [0.0, float("inf")]}, "logProbs[1]"), ({"tokens": "9"}, "tokens")]:
            with self.subTest(name=name), self.assertRaisesRegex(BadRequest, name.replace("[", r"\[").replace("]", r"\]")):
                item_of("r", None, **facts)

    def test_a_response_is_a_text(self):
        with self.assertRaisesRegex(BadRequest, "response"):
            item_of([{"role": "assistant"}], "4")


class Lines(unittest.TestCase):
    def test_one_line_of_ascii(self):
        line = encode({"text": "é\u2028\ud800\n"})
        self.assertEqual(line.count(b"\n"), 1)
        self.assertEqual(json.loads(line)["text"], "é\u2028\ud800\n")

    def test_nan_is_refused(self):
        with self.assertRaises(BadRequest):
            encode({"x": float("nan")})

    def test_values_of_numpy_are_converted_and_objects_refused(self):
        self.assertEqual(encode({"x": Scalar([1])}), b'{"x":[1]}\n')
        with self.assertRaises(BadRequest):
            encode({"x": object()})


class Texts(unittest.TestCase):
    def test_completions(self):
        for given, wanted in [
            ("a", "a"),
            (None, ""),
            ([{"role": "assistant", "content": "a"}], "a"),
            ([{"role": "assistant", "content": "a"}, {"role": "tool", "content": "t"}, {"role": "assistant", "content": [{"type": "text", "text": "b"}]}], "b"),
            ([{"role": "assistant", "content": None}], ""),
            ([{"role": "assistant", "tool_calls": []}], ""),
            ([], ""),
            ({"content": "c"}, "c"),
        ]:
            with self.subTest(given=given):
                self.assertEqual(completion_text(given), wanted)

    def test_prompts(self):
        self.assertEqual(prompt_text([{"role": "system", "content": "s"}, {"role": "user", "content": "q"}]), "q")
        self.assertEqual(prompt_text("q"), "q")
        self.assertIsNone(prompt_text(None))


if __name__ == "__main__":
    unittest.main()
