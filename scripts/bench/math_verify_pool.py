"""Math-Verify over rows on standard input in a process pool, as its users run it: prints {seconds, cpu, items, paid}.

Arguments: processes, rounds. Workers are started and warmed before the clock; its own timeouts (5 s) are on.
"""
import json
import logging
import multiprocessing
import os
import resource
import sys
import time


def once(row):
    from math_verify import parse, verify

    logging.disable(logging.CRITICAL)
    try:
        return bool(verify(parse(f"${row['gold']}$"), parse(row["response"])))
    except Exception:  # the peer raises on some rows: that is its answer
        return False


def used(_):
    """Processor seconds of one worker so far, and which it is."""
    time.sleep(0.2)
    usage = resource.getrusage(resource.RUSAGE_SELF)
    return os.getpid(), usage.ru_utime + usage.ru_stime


def cpu(pool, processes):
    return dict(pool.map(used, range(processes * 4), chunksize=1))


if __name__ == "__main__":
    processes, rounds = int(sys.argv[1]), int(sys.argv[2])
    rows = [json.loads(line) for line in sys.stdin if line.strip()]
    with multiprocessing.Pool(processes) as pool:
        pool.map(once, rows[: processes * 8], chunksize=8)
        before = cpu(pool, processes)
        start = time.perf_counter()
        paid = sum(sum(pool.imap(once, rows, chunksize=64)) for _ in range(rounds))
        seconds = time.perf_counter() - start
        after = cpu(pool, processes)
        spent = sum(after[pid] - before.get(pid, 0.0) for pid in after)
    print(json.dumps({"seconds": seconds, "cpu": spent, "items": len(rows) * rounds, "paid": paid}))
