"""The client under fire: right answers or a clear exception, never a silent 0."""

from __future__ import annotations

import asyncio
import multiprocessing
import os
import pickle
import signal
import subprocess
import sys
import tempfile
import threading
import time
import unittest

from tests.support import HERE, environment, fake, needs_touchstone
from touchstone_rl import BadRequest, Client, Deadline, NotFound, TouchstoneError, Unavailable, item

GOOD = item(r"so \boxed{0.5}", "1/2")
BAD = item(r"so \boxed{3}", "1/2")


def rewards(client, *items):
    return [answer.reward for answer in client.score(list(items))]


def in_child(client, queue):
    queue.put(rewards(client, GOOD, BAD))


@needs_touchstone
class OneChild(unittest.TestCase):
    def setUp(self):
        self.client = Client()
        self.addCleanup(self.client.close)

    def test_answers_in_order(self):
        answers = self.client.score([GOOD, BAD, item("", "4"), item(r"\boxed{4}", None)])
        self.assertEqual([a.reward for a in answers], [1, 0, 0, None])
        self.assertEqual([a.verdict for a in answers], ["equal", "different", "undecided", None])
        self.assertEqual(answers[0].extracted, "0.5")
        self.assertEqual(self.client.score([]), [])

    def test_32_threads(self):
        wrong = []

        def work(k):
            for i in range(20):
                if rewards(self.client, item(rf"\boxed{{{i}}}", str(i + (i + k) % 2))) != [1 - (i + k) % 2]:
                    wrong.append((k, i))

        threads = [threading.Thread(target=work, args=(k,)) for k in range(32)]
        for thread in threads:
            thread.start()
        for thread in threads:
            thread.join()
        self.assertEqual(wrong, [])

    @unittest.skipUnless(hasattr(os, "fork"), "this system has no fork")
    def test_fork_after_first_use(self):
        self.assertEqual(rewards(self.client, GOOD), [1])
        context = multiprocessing.get_context("fork")
        queue = context.Queue()
        children = [context.Process(target=in_child, args=(self.client, queue)) for _ in range(3)]
        for child in children:
            child.start()
        for _ in children:
            self.assertEqual(queue.get(timeout=60), [1, 0])
        for child in children:
            child.join()
        self.assertEqual(rewards(self.client, BAD, GOOD), [0, 1])

    def test_spawn_and_pickle(self):
        self.assertEqual(rewards(self.client, GOOD), [1])
        copy = pickle.loads(pickle.dumps(self.client))
        self.addCleanup(copy.close)
        self.assertEqual(rewards(copy, BAD), [0])
        context = multiprocessing.get_context("spawn")
        queue = context.Queue()
        child = context.Process(target=in_child, args=(self.client, queue))
        child.start()
        self.assertEqual(queue.get(timeout=120), [1, 0])
        child.join()

    def test_two_event_loops(self):
        async def many():
            answers = await asyncio.gather(*[self.client.ascore([GOOD, BAD]) for _ in range(20)])
            return [[a.reward for a in batch] for batch in answers]

        results = []
        threads = [threading.Thread(target=lambda: results.append(asyncio.run(many()))) for _ in range(2)]
        for thread in threads:
            thread.start()
        for thread in threads:
            thread.join()
        self.assertEqual(results, [[[1, 0]] * 20] * 2)

    def test_kill_9_of_the_child(self):
        self.assertEqual(rewards(self.client, GOOD), [1])
        for _ in range(3):
            os.kill(self.client._transport._child._process.pid, signal.SIGKILL)
            self.assertEqual(rewards(self.client, GOOD, BAD), [1, 0])

    def test_kill_while_many_wait(self):
        self.assertEqual(rewards(self.client, GOOD), [1])
        wrong = []

        def work():
            for _ in range(30):
                if rewards(self.client, GOOD, BAD) != [1, 0]:
                    wrong.append(1)

        threads = [threading.Thread(target=work) for _ in range(8)]
        for thread in threads:
            thread.start()
        time.sleep(0.05)
        os.kill(self.client._transport._child._process.pid, signal.SIGKILL)
        for thread in threads:
            thread.join()
        self.assertEqual(wrong, [])

    def test_a_body_of_64_megabytes(self):
        long = item("x " * (32 * 1024 * 1024) + r"\boxed{0.5}", "1/2")
        self.assertEqual(rewards(self.client, long, BAD), [1, 0])

    def test_lone_surrogates_and_odd_characters(self):
        self.assertEqual(rewards(self.client, item("\ud800\u2028\x00 \\boxed{0.5}", "1/2")), [1])

    def test_a_reward_as_data_by_name_and_unknown(self):
        data = {"version": 1, "name": "half", "term": {"op": "affine", "scale": 0.5, "shift": 0, "term": {"op": "signal", "name": "correct", "params": {}}}}
        self.assertEqual(self.client.score([GOOD], reward=data)[0].reward, 0.5)
        with self.assertRaisesRegex(BadRequest, "hapo"):
            self.client.score([GOOD], reward="hap")
        self.assertEqual(rewards(self.client, GOOD), [1])

    def test_the_child_ends_with_its_parent(self):
        script = "import sys; sys.path.insert(0, sys.argv[1]); from touchstone_rl import Client, item\nc = Client(); c.score([item('4', '4')]); print(c._transport._child._process.pid); sys.stdout.flush(); import os; os._exit(0)"
        done = subprocess.run([sys.executable, "-c", script, str(HERE.parent)], capture_output=True, text=True, timeout=60)
        pid = int(done.stdout)
        for _ in range(100):
            try:
                os.kill(pid, 0)
            except ProcessLookupError:
                return
            with open(f"/proc/{pid}/stat") as stat:
                if stat.read().split(")")[-1].split()[0] == "Z":
                    return
            time.sleep(0.1)
        self.fail("the child outlived its parent")


class Faults(unittest.TestCase):
    def client(self, **options):
        client = Client(**options)
        self.addCleanup(client.close)
        return client

    def test_a_child_that_hangs_is_killed_at_the_deadline(self):
        with environment(TOUCHSTONE_BIN=fake("hang")):
            client = self.client(deadline_seconds=0.7)
            start = time.monotonic()
            with self.assertRaises(Deadline):
                client.score([GOOD])
            self.assertLess(time.monotonic() - start, 10)

    def test_a_child_that_dies_is_started_again(self):
        with tempfile.TemporaryDirectory() as folder, environment(TOUCHSTONE_BIN=fake("flaky"), FLAKY_MARK=os.path.join(folder, "mark")):
            self.assertEqual(rewards(self.client(), GOOD), [1])

    def test_a_broken_installation_is_told_with_its_last_words(self):
        with environment(TOUCHSTONE_BIN=fake("broken")), self.assertRaisesRegex(Unavailable, "katex"):
            self.client().score([GOOD])

    def test_a_reply_that_does_not_fit_is_an_error(self):
        with environment(TOUCHSTONE_BIN=fake("short")), self.assertRaisesRegex(TouchstoneError, "0 of 1"):
            self.client().score([GOOD])

    def test_a_command_that_does_not_exist(self):
        with environment(TOUCHSTONE_BIN="/nonexistent/touchstone"), self.assertRaisesRegex(NotFound, "TOUCHSTONE_BIN"):
            self.client().score([GOOD])

    def test_no_server(self):
        with self.assertRaises(Unavailable):
            self.client(url="http://127.0.0.1:9", deadline_seconds=0.5).score([GOOD])
        with self.assertRaisesRegex(BadRequest, "http"):
            self.client(url="ftp://x")


@needs_touchstone
class OverHttp(unittest.TestCase):
    @classmethod
    def setUpClass(cls):
        from touchstone_rl._find import find_command

        cls.server = subprocess.Popen([*find_command(), "serve", "--port", "0", "--token", "t"], stdout=subprocess.PIPE, stderr=subprocess.DEVNULL, text=True)
        cls.url = cls.server.stdout.readline().strip()

    @classmethod
    def tearDownClass(cls):
        cls.server.terminate()
        cls.server.wait()
        cls.server.stdout.close()

    def test_the_same_answers(self):
        client = Client(self.url, "t")
        self.assertEqual(rewards(client, GOOD, BAD), [1, 0])
        copy = pickle.loads(pickle.dumps(client))
        self.assertEqual(rewards(copy, BAD, GOOD), [0, 1])
        client.close()
        self.assertEqual(rewards(client, GOOD), [1])
        client.close()
        copy.close()

    def test_the_token_is_asked_for(self):
        client = Client(self.url, "wrong")
        with self.assertRaisesRegex(BadRequest, "token"):
            client.score([GOOD])
        client.close()

    def test_threads(self):
        client = Client(self.url, "t")
        wrong = []

        def work():
            for _ in range(10):
                if rewards(client, GOOD, BAD) != [1, 0]:
                    wrong.append(1)
            client.close()

        threads = [threading.Thread(target=work) for _ in range(16)]
        for thread in threads:
            thread.start()
        for thread in threads:
            thread.join()
        self.assertEqual(wrong, [])


if __name__ == "__main__":
    unittest.main()
