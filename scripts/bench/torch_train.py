"""The same decoder in PyTorch, for `npm run bench:train`: reads commands, one JSON line each, and answers each with one.

    {"do": "load", "config", "specs": [[name, shape]], "weights": PATH, "threads"}  the parameters, float32, one after the other
    {"do": "gradients", "tokens", "path"}       writes the gradients of the mean next-token loss, in the order of specs
    {"do": "step", "tokens", "times"}           forward, backward, clipping and AdamW; seconds of each
    {"do": "products", "kinds": [{batch, m, k, n, transposeA, transposeB}], "times"}  matrix products alone; the best seconds of each
    {"do": "decode", "prompts", "tokens", "times"}  samples with a key-value cache, log-probs and entropies kept; seconds of each

On one thread seconds are those of the processor, on more those of the clock. Attention is `scaled_dot_product_attention`, the norm `rms_norm`, AdamW the fused one; the cache is allocated once and attention
reads the part of it that is filled. Nothing is compiled.
"""

import json
import math
import sys
import time

import numpy
import torch
from torch.nn import functional as F


class Decoder:
    def __init__(self, config: dict, specs: list, weights: str) -> None:
        self.c = config
        flat = torch.from_numpy(numpy.fromfile(weights, dtype=numpy.float32))
        sizes = [math.prod(shape) for _, shape in specs]
        self.p = {
            name: part.reshape(shape).clone().requires_grad_()
            for (name, shape), part in zip(specs, flat.split(sizes), strict=True)
        }
        decayed = [p for p in self.p.values() if p.dim() > 1]
        plain = [p for p in self.p.values() if p.dim() == 1]
        groups = [{"params": decayed, "weight_decay": 0.01}, {"params": plain, "weight_decay": 0.0}]
        self.optimiser = torch.optim.AdamW(groups, lr=1e-3, betas=(0.9, 0.999), eps=1e-8, fused=True)
        half = config["headSize"] // 2
        frequency = config["ropeTheta"] ** (-torch.arange(half, dtype=torch.float32) / half)
        angle = torch.arange(config["maxPositions"], dtype=torch.float32)[:, None] * frequency
        self.cos, self.sin = angle.cos().repeat(1, 2), angle.sin().repeat(1, 2)

    def rotate(self, x: torch.Tensor, cos: torch.Tensor, sin: torch.Tensor) -> torch.Tensor:
        left, right = x.chunk(2, dim=-1)
        return x * cos + torch.cat((-right, left), dim=-1) * sin

    def logits(self, tokens: torch.Tensor, cache: list | None = None, start: int = 0) -> torch.Tensor:
        """[B, S] tokens at places `start` and after; with a cache only the last place's logits are made."""
        c, p = self.c, self.p
        batch, length = tokens.shape
        hidden, size = c["hiddenSize"], c["headSize"]
        cos, sin = self.cos[start : start + length], self.sin[start : start + length]
        x = F.embedding(tokens, p["model.embed_tokens.weight"])
        for i in range(c["layers"]):
            at = f"model.layers.{i}"

            def projected(name: str, heads: int) -> torch.Tensor:
                weight, bias = p[f"{at}.self_attn.{name}.weight"], p.get(f"{at}.self_attn.{name}.bias")
                return F.linear(normed, weight, bias).view(batch, length, heads, size).transpose(1, 2)

            normed = F.rms_norm(x, (hidden,), p[f"{at}.input_layernorm.weight"], c["normEpsilon"])
            q = self.rotate(projected("q_proj", c["heads"]), cos, sin)
            k = self.rotate(projected("k_proj", c["keyValueHeads"]), cos, sin)
            v = projected("v_proj", c["keyValueHeads"])
            if cache is not None:
                keys, values = cache[i]
                keys[:, :, start : start + length] = k
                values[:, :, start : start + length] = v
                k, v = keys[:, :, : start + length], values[:, :, : start + length]
            grouped = c["heads"] != c["keyValueHeads"]
            read = F.scaled_dot_product_attention(q, k, v, is_causal=length > 1, enable_gqa=grouped)
            x = x + F.linear(read.transpose(1, 2).reshape(batch, length, -1), p[f"{at}.self_attn.o_proj.weight"])
            normed = F.rms_norm(x, (hidden,), p[f"{at}.post_attention_layernorm.weight"], c["normEpsilon"])
            gated = F.silu(F.linear(normed, p[f"{at}.mlp.gate_proj.weight"]))
            gated = gated * F.linear(normed, p[f"{at}.mlp.up_proj.weight"])
            x = x + F.linear(gated, p[f"{at}.mlp.down_proj.weight"])
        if cache is not None:
            x = x[:, -1]
        x = F.rms_norm(x, (hidden,), p["model.norm.weight"], c["normEpsilon"])
        return F.linear(x, p["model.embed_tokens.weight" if c["tiedEmbeddings"] else "lm_head.weight"])

    def loss(self, tokens: torch.Tensor) -> torch.Tensor:
        logits = self.logits(tokens[:, :-1])
        return F.cross_entropy(logits.reshape(-1, logits.shape[-1]), tokens[:, 1:].reshape(-1))

    def gradients(self, tokens: torch.Tensor) -> numpy.ndarray:
        self.optimiser.zero_grad(set_to_none=True)
        self.loss(tokens).backward()
        return torch.cat([p.grad.flatten() for p in self.p.values()]).numpy()

    def step(self, tokens: torch.Tensor) -> float:
        self.optimiser.zero_grad(set_to_none=True)
        loss = self.loss(tokens)
        loss.backward()
        torch.nn.utils.clip_grad_norm_(self.p.values(), 1.0)
        self.optimiser.step()
        return loss.item()

    @torch.inference_mode()
    def decode(self, prompts: torch.Tensor, count: int) -> list:
        c = self.c
        batch, length = prompts.shape
        shape = (batch, c["keyValueHeads"], length + count, c["headSize"])
        cache = [(torch.empty(shape), torch.empty(shape)) for _ in range(c["layers"])]
        made, log_probs, entropies = [], [], []
        tokens, start = prompts, 0
        for _ in range(count):
            logs = F.log_softmax(self.logits(tokens, cache, start), dim=-1)
            start += tokens.shape[1]
            probabilities = logs.exp()
            tokens = torch.multinomial(probabilities, 1)
            made.append(tokens)
            log_probs.append(logs.gather(1, tokens))
            entropies.append(-(probabilities * logs).sum(-1, keepdim=True))
        return [torch.cat(each, dim=1).tolist() for each in (made, log_probs, entropies)]


def product_seconds(kind: dict, times: int) -> float:
    """The best of some rounds, each of several products of different operands."""
    batch, m, k, n = (kind[name] for name in ("batch", "m", "k", "n"))
    repeats = math.ceil(4e8 / (2 * batch * m * k * n))
    lead = () if batch == 1 else (batch,)
    firsts = [torch.randn(*lead, *((k, m) if kind["transposeA"] else (m, k))) for _ in range(repeats)]
    second = torch.randn(*lead, *((n, k) if kind["transposeB"] else (k, n)))
    b = second.mT if kind["transposeB"] else second

    def work() -> None:
        for first in firsts:
            torch.matmul(first.mT if kind["transposeA"] else first, b)

    return min(timed(work, times)) / repeats


def timed(work, times: int) -> list:
    clock = time.process_time if torch.get_num_threads() == 1 else time.perf_counter
    seconds = []
    for _ in range(times):
        start = clock()
        work()
        seconds.append(clock() - start)
    return seconds


model = None
for line in sys.stdin:
    asked = json.loads(line)
    match asked["do"]:
        case "load":
            torch.set_num_threads(asked["threads"])
            model = Decoder(asked["config"], asked["specs"], asked["weights"])
            answer = {"version": torch.__version__}
        case "gradients":
            model.gradients(torch.tensor(asked["tokens"])).tofile(asked["path"])
            answer = {}
        case "step":
            tokens = torch.tensor(asked["tokens"])
            answer = {"seconds": timed(lambda: model.step(tokens), asked["times"])}
        case "products":
            answer = {"seconds": [product_seconds(kind, asked["times"]) for kind in asked["kinds"]]}
        case "decode":
            prompts = torch.tensor(asked["prompts"])
            answer = {"seconds": timed(lambda: model.decode(prompts, asked["tokens"]), asked["times"])}
    print(json.dumps(answer), flush=True)
