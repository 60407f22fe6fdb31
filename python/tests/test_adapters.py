"""Calls every adapter as its stack calls it: names, types and odd values as the stacks' sources have them."""

from __future__ import annotations

import asyncio
import functools
import inspect
import multiprocessing
import pickle
import threading
import unittest
from types import SimpleNamespace

from tests.support import environment, needs_touchstone
from tests.test_encode import Scalar
import touchstone_rl
from touchstone_rl import areal, easyr1, frames, ms_swift, nemo_gym, nemo_rl, open_instruct, open_r1, openrlhf, rllm, roll, skyrl, slime, tinker_cookbook, trl, unsloth, verifiers, verl

RIGHT = r"First 2+2. So \boxed{4}."
WRONG = r"So \boxed{5}."


def spawned(function, queue):
    queue.put(function(completions=[RIGHT], prompts=["q"], solution=["4"]))


@needs_touchstone
class Trl(unittest.TestCase):
    columns = {
        "prompts": ["q1", "q1", "q2"],
        "solution": ["4", "4", ""],
        "completion_ids": [[1, 2], [3], [4]],
        "trainer_state": SimpleNamespace(global_step=7),
        "log_extra": lambda *a: None,
        "environments": object(),
        "images": [object(), None, None],
    }

    def test_texts_and_messages_in_order_and_none_for_an_unusable_gold(self):
        self.assertEqual(trl.accuracy_reward(completions=[RIGHT, [{"role": "assistant", "content": WRONG}], "x"], **self.columns), [1, 0, None])

    def test_the_async_twin_is_a_coroutine_function(self):
        self.assertTrue(inspect.iscoroutinefunction(trl.async_accuracy_reward))
        self.assertTrue(inspect.iscoroutinefunction(trl.make_async_reward("hapo")))
        self.assertEqual(asyncio.run(trl.async_accuracy_reward(completions=[RIGHT, WRONG, "x"], **self.columns)), [1, 0, None])

    def test_names_for_the_logs(self):
        self.assertEqual(trl.accuracy_reward.__name__, "accuracy_reward")
        self.assertEqual(trl.make_reward("hapo").__name__, "hapo")
        self.assertEqual(trl.make_reward({"version": 1}, name="mine").__name__, "mine")

    def test_a_reward_of_parts_logs_each(self):
        logged = {}
        spec = {
            "version": 1,
            "name": "two",
            "term": {
                "op": "sum",
                "weights": "raw",
                "missing": "null",
                "parts": [
                    {"name": "right", "weight": 1, "term": {"op": "signal", "name": "correct", "params": {}}},
                    {"name": "bonus", "weight": 0.5, "term": {"op": "const", "value": 1}},
                ],
            },
        }
        function = trl.make_reward(spec, name="two")
        self.assertEqual(function(completions=[RIGHT, WRONG], prompts=["q", "q"], solution=["4", "4"], log_metric=logged.__setitem__), [1.5, 0.5])
        self.assertEqual(logged, {"two/right": 0.5, "two/bonus": 1.0})

    def test_history_follows_the_trainers_step(self):
        function = trl.make_reward("hapo")
        step = SimpleNamespace(global_step=0)
        call = functools.partial(function, prompts=["p", "p"], solution=["4", "4"], trainer_state=step)
        first = call(completions=[RIGHT, RIGHT + " "], completion_ids=[[0] * 400, [0] * 300])
        step.global_step = 1
        second = call(completions=[WRONG, RIGHT], completion_ids=[[0] * 200, [0] * 350])
        self.assertEqual(first, [1, 1])
        self.assertEqual([round(x, 6) for x in second], [0, 0.741181])

    def test_pickle_and_spawn(self):
        function = pickle.loads(pickle.dumps(trl.make_reward()))
        self.assertEqual(function(completions=[RIGHT], solution=["4"]), [1])
        self.assertIs(pickle.loads(pickle.dumps(trl.accuracy_reward)), trl.accuracy_reward)
        context = multiprocessing.get_context("spawn")
        queue = context.Queue()
        child = context.Process(target=spawned, args=(trl.accuracy_reward, queue))
        child.start()
        self.assertEqual(queue.get(timeout=120), [1])
        child.join()

    def test_a_missing_column_is_named(self):
        with self.assertRaisesRegex(touchstone_rl.BadRequest, "solution"):
            trl.accuracy_reward(completions=[RIGHT], prompts=["q"])

    def test_unsloth_and_open_r1_are_the_same_functions(self):
        self.assertIs(unsloth.accuracy_reward, trl.accuracy_reward)
        cosine = open_r1.like("cosine")
        self.assertEqual(cosine.__name__, "cosine")
        self.assertGreater(cosine(completions=[RIGHT], solution=["4"])[0], 0.9)


@needs_touchstone
class Verl(unittest.TestCase):
    def test_keywords_only_numpy_values_and_equal_keys(self):
        scores = [
            verl.compute_score(data_source="d", solution_str=text, ground_truth=gold, extra_info={"index": Scalar(3), "num_turns": 1}, reward_router_address=None, reward_model_tokenizer=object())
            for text, gold in [(RIGHT, "4"), (WRONG, Scalar("4")), ("", ["4"]), (RIGHT, ""), (RIGHT, None)]
        ]
        self.assertEqual([s["score"] for s in scores], [1.0, 0.0, 0.0, 0.0, 0.0])
        self.assertEqual({tuple(sorted(s)) for s in scores}, {tuple(sorted(scores[0]))})
        self.assertTrue(all(isinstance(s["score"], float) for s in scores))

    def test_async_twin_through_partial(self):
        function = functools.partial(verl.compute_score_async, reward="correct")
        self.assertTrue(inspect.iscoroutinefunction(function))

        async def many():
            return await asyncio.gather(*[function(data_source="d", solution_str=RIGHT, ground_truth=str(i), extra_info={}) for i in range(64)])

        self.assertEqual([s["score"] for s in asyncio.run(many())], [float(i == 4) for i in range(64)])

    def test_sixteen_threads(self):
        results = []

        def work():
            for i in range(8):
                results.append(verl.compute_score(data_source="d", solution_str=RIGHT, ground_truth=str(i), extra_info=None)["score"] == float(i == 4))

        threads = [threading.Thread(target=work) for _ in range(16)]
        for thread in threads:
            thread.start()
        for thread in threads:
            thread.join()
        self.assertEqual(results, [True] * 128)

    def test_batch_twin(self):
        scores = verl.compute_score_batch(data_sources=["d"] * 2, solution_strs=[RIGHT, WRONG], ground_truths=["4", "4"], extra_infos=[{}, None])
        self.assertEqual([s["score"] for s in scores], [1.0, 0.0])


@needs_touchstone
class OtherStacks(unittest.TestCase):
    def test_easyr1(self):
        scores = easyr1.compute_score([{"response": RIGHT, "response_length": 9, "ground_truth": "4"}, {"response": WRONG, "response_length": 4, "ground_truth": "4"}])
        self.assertEqual([s["overall"] for s in scores], [1.0, 0.0])
        self.assertEqual(set(scores[0]), set(scores[1]))
        self.assertEqual(easyr1.REWARD_TYPE, "batch")

    def test_openrlhf(self):
        result = openrlhf.reward_func(queries=["Q: 2+2?" + RIGHT + "<|im_end|>"], prompts=["Q: 2+2?"], labels=["4"])
        self.assertEqual([float(x) for x in result["rewards"]], [1.0])
        self.assertEqual([float(x) for x in result["scores"]], [1.0])
        self.assertEqual([float(x) for x in result["extra_logs"]["acc"]], [1.0])
        self.assertEqual(len(openrlhf.reward_func([], [], [])["rewards"]), 0)

    def test_slime(self):
        def sample(text, **more):
            return SimpleNamespace(prompt=[{"role": "user", "content": "2+2?"}], response=text, response_length=9, label="4", metadata={}, status=SimpleNamespace(name="COMPLETED"), tokens=[1], group_index=0, index=0, **more)

        self.assertTrue(inspect.iscoroutinefunction(slime.reward_func))
        self.assertEqual(asyncio.run(slime.reward_func(None, sample(RIGHT + "<|im_end|>"))), 1.0)
        self.assertEqual(asyncio.run(slime.reward_dict(None, sample(WRONG)))["score"], 0.0)
        with environment(TOUCHSTONE_REWARD="open-r1:len"):
            rewards = asyncio.run(slime.group_reward_func(None, [sample(RIGHT), sample("a much longer text: " + RIGHT)]))
        self.assertGreater(rewards[0], rewards[1])

    def test_verifiers(self):
        task = SimpleNamespace(data=SimpleNamespace(answer="4"))
        self.assertTrue(inspect.iscoroutinefunction(verifiers.correct))
        self.assertEqual(asyncio.run(verifiers.correct(task=task, trace=SimpleNamespace(last_reply=RIGHT))), 1.0)
        self.assertEqual(asyncio.run(verifiers.correct_answer(completion=[{"role": "assistant", "content": WRONG}], answer="4", prompt="q", state={}, task="t", info={})), 0.0)
        self.assertEqual(asyncio.run(verifiers.group_rewards(completions=[RIGHT, WRONG], answers=["4", "4"], prompts=["q", "q"], states=[{}, {}])), [1.0, 0.0])
        self.assertEqual(asyncio.run(verifiers.correct_answer(completion=None, answer=None)), 0.0)

    def test_verifiers_gives_hooks_the_data_of_the_task(self):
        self.assertEqual(asyncio.run(verifiers.correct(task=SimpleNamespace(answer="4"), trace=SimpleNamespace(last_reply=RIGHT))), 1.0)

    def test_ms_swift(self):
        reward = ms_swift.orms["touchstone"](args=None)
        self.assertEqual(reward([RIGHT, WRONG], solution=["4", "4"], response_token_ids=[[1, 2], [3]], trainer_state=None), [1, 0])
        twin = ms_swift.orms["touchstone_async"](args=SimpleNamespace(touchstone_reward="correct"))
        self.assertEqual(asyncio.run(twin([RIGHT], solution=["4"])), [1])

    def test_ms_swift_lengths_are_those_of_all_turns_and_samples_of_a_prompt_are_a_group(self):
        messages = [[{"role": "user", "content": "2+2?"}, {"role": "assistant", "content": text}] for text in (RIGHT, RIGHT, WRONG)]
        columns = {"solution": ["4"] * 3, "messages": messages, "response_token_ids": [[[1, 2], [3]], [[1] * 9], [[1] * 6]]}
        shorter = ms_swift.TouchstoneORM(reward="kimi-length")
        # From 3 to 9 tokens: +0.5, and at the longest -0.5; what is wrong gets no bonus.
        self.assertEqual(shorter([RIGHT, RIGHT, WRONG], **columns), [0.5, -0.5, 0.0])
        with self.assertRaisesRegex(touchstone_rl.BadRequest, "tokens"):
            shorter([RIGHT, RIGHT, WRONG], **{**columns, "response_token_ids": [[], [], []]})

    def test_areal(self):
        pickle.loads(pickle.dumps(areal.reward_fn))
        self.assertEqual(areal.reward_fn("2+2?", RIGHT + "<|im_end|>", [1], [2, 3], answer="4", query_id="x"), 1.0)

    def test_open_instruct(self):
        verifier = open_instruct.TouchstoneVerifier()
        self.assertEqual(verifier.name, "touchstone")
        self.assertEqual(open_instruct.TouchstoneVerifier.__bases__, (open_instruct.VerifierFunction,))
        self.assertEqual(verifier([1, 2], RIGHT, "4", "2+2?", None).score, 1.0)
        self.assertEqual(verifier(tokenized_prediction=[1], prediction=WRONG, label=["4", "6"]).score, 0.0)

    def test_nemo(self):
        logs = [[{"role": "user", "content": "2+2?"}, {"role": "assistant", "content": text}] for text in (RIGHT, WRONG)]
        self.assertEqual(nemo_rl.rewards(logs, [{"ground_truth": "4"}, {"ground_truth": "4"}]), [1.0, 0.0])
        response = {"output": [{"type": "reasoning"}, {"type": "message", "role": "assistant", "content": [{"type": "output_text", "text": RIGHT}]}]}
        self.assertEqual(asyncio.run(nemo_gym.reward_of({"expected_answer": 4, "question": "2+2?"}, response)), 1.0)

    def test_skyrl(self):
        env = skyrl.TouchstoneEnv({}, {"reward_spec": {"ground_truth": "4"}})
        result = env.step(RIGHT)
        self.assertEqual((result["reward"], result["done"], result["observations"]), (1.0, True, []))
        self.assertEqual(skyrl.TouchstoneEnv({}, {"reward_model": {"ground_truth": "4"}}).step(WRONG)["reward"], 0.0)

    def test_rllm(self):
        output = rllm.reward_fn({"question": "2+2?", "ground_truth": "4"}, SimpleNamespace(action=RIGHT))
        self.assertEqual((output.reward, output.is_correct), (1.0, True))
        self.assertEqual(rllm.reward_fn({"answer": "4"}, WRONG).reward, 0.0)

    def test_tinker(self):
        env = tinker_cookbook.TouchstoneAnswers()
        env.answer = "4"
        self.assertTrue(env.check_answer(RIGHT))
        self.assertFalse(env.check_answer(WRONG))
        self.assertTrue(env.check_format(WRONG))
        self.assertFalse(env.check_format(""))

    def test_roll(self):
        self.assertEqual(roll.rewards_of([RIGHT, WRONG], Scalar(["4", "4"])), [1.0, 0.0])

    def test_frames(self):
        batch = {"response": [RIGHT, WRONG, RIGHT], "label": ["4", "4", float("nan")], "tokens": [3, float("nan"), 5]}
        out = frames.map_batches(batch)
        self.assertEqual(out["reward"], [1, 0, None])
        self.assertEqual(out["verdict"], ["equal", "different", None])


if __name__ == "__main__":
    unittest.main()
