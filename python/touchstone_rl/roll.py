"""ROLL: ``rewards.<domain>.worker_cls: touchstone_rl.roll.TouchstoneRewardWorker``; ``rewards_of`` is its arithmetic."""

from __future__ import annotations

from typing import Any, List, Sequence

from touchstone_rl._adapt import number
from touchstone_rl._encode import item_of, plain
from touchstone_rl.client import RewardSpec, default_client


def rewards_of(responses: Sequence[str], ground_truths: Any, reward: RewardSpec = None) -> List[float]:
    """One reward a decoded response."""
    items = [item_of(text, gold) for text, gold in zip(responses, plain(ground_truths))]
    return [number(answer) for answer in default_client().score(items, reward=reward)]


try:
    import torch
    from roll.distributed.executor.worker import Worker
    from roll.distributed.scheduler.decorator import Dispatch, register
    from roll.distributed.scheduler.protocol import DataProto
    from roll.models.model_providers import default_tokenizer_provider
except ImportError:
    pass
else:

    class TouchstoneRewardWorker(Worker):  # type: ignore[misc]
        """Scores the responses of a batch; the reward's name is the worker config's ``reward``."""

        def __init__(self, worker_config: Any) -> None:
            super().__init__(worker_config=worker_config)
            self.tokenizer = default_tokenizer_provider(worker_config.model_args)
            self.reward = getattr(worker_config, "reward", None)

        @register(dispatch_mode=Dispatch.ONE_TO_ALL)
        def initialize(self, pipeline_config: Any) -> None:
            """Nothing to load: the verifier starts with the first batch."""

        @register(dispatch_mode=Dispatch.DP_MP_COMPUTE)
        def compute_rewards(self, data: DataProto) -> DataProto:
            responses = data.batch["responses"]
            texts = self.tokenizer.batch_decode(responses, skip_special_tokens=True)
            scores = torch.tensor(rewards_of(texts, data.non_tensor_batch["ground_truth"], self.reward), dtype=torch.float16)
            return DataProto.from_dict(
                tensors={
                    "token_level_rewards": torch.zeros_like(responses, dtype=torch.float16),
                    "response_level_rewards": scores,
                    "scores": scores,
                }
            )
