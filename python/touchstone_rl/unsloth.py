"""Unsloth: it patches TRL's trainer, so that TRL's reward functions are its own."""

from .trl import TrlReward, accuracy_reward, async_accuracy_reward, make_async_reward, make_reward

__all__ = ["TrlReward", "accuracy_reward", "async_accuracy_reward", "make_async_reward", "make_reward"]
