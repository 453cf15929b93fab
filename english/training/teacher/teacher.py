"""The teacher: a small open encoder (all-MiniLM-L6-v2, Apache 2.0) fine-tuned on the open treebanks to tag,
to parse (biaffine, Dozat and Manning 2017) and to find names. It is slow and exact; the pupil learns from it."""

import argparse
import json
import os
import random
import time

import torch
import torch.nn as nn
import torch.nn.functional as F
from tokenizers import Tokenizer
from transformers import BertConfig, BertModel

from sentences import NAME_TAGS, Classes, batches, join_names, read_names, read_trees

PAD = -100


def shape(form):
    """How a word is written: what an encoder of lower-cased text cannot see."""
    if not any(c.isalpha() for c in form):
        return 1
    if form.islower():
        return 2
    if form.isupper():
        return 3 if len(form) > 1 else 4
    if form[0].isupper() and form[1:].islower():
        return 5
    return 6


SHAPES = 8  # 0: not known, 7: continues a word


class Biaffine(nn.Module):
    def __init__(self, size, out):
        super().__init__()
        self.weight = nn.Parameter(torch.zeros(out, size + 1, size + 1))

    def forward(self, dep, head):
        one = dep.new_ones(dep.shape[:-1] + (1,))
        dep, head = torch.cat([dep, one], -1), torch.cat([head, one], -1)
        return torch.einsum("bid,odh,bjh->boij", dep, self.weight, head)


class Teacher(nn.Module):
    def __init__(self, encoder, tags, labels, arc=256, label=128):
        super().__init__()
        self.encoder = encoder
        d = encoder.config.hidden_size
        self.shapes = nn.Embedding(SHAPES, d)
        nn.init.zeros_(self.shapes.weight)
        self.mix = nn.Parameter(torch.zeros(encoder.config.num_hidden_layers + 1))
        self.drop = nn.Dropout(0.2)
        mlp = lambda n: nn.Sequential(nn.Linear(d, n), nn.LeakyReLU(0.1), nn.Dropout(0.25))
        self.arc_dep, self.arc_head, self.label_dep, self.label_head = mlp(arc), mlp(arc), mlp(label), mlp(label)
        self.arc, self.label = Biaffine(arc, 1), Biaffine(label, labels)
        self.tag = nn.Sequential(nn.Linear(d, 256), nn.GELU(), nn.Linear(256, tags))
        self.name = nn.Sequential(nn.Linear(d, 256), nn.GELU(), nn.Linear(256, len(NAME_TAGS)))

    def words(self, pieces, shapes, mask, first):
        """One vector a word; place 0 is the root ([CLS])."""
        e = self.encoder.embeddings.word_embeddings(pieces) + self.shapes(shapes)
        h = self.encoder(inputs_embeds=e, attention_mask=mask, output_hidden_states=True).hidden_states
        w = torch.softmax(self.mix, 0)
        x = sum(w[i] * h[i] for i in range(1, len(h))) + w[0] * h[0]
        x = x.gather(1, first.unsqueeze(-1).expand(-1, -1, x.shape[-1]))
        return self.drop(x)

    def forward(self, b):
        x = self.words(b["pieces"], b["shapes"], b["mask"], b["first"])
        arcs = self.arc(self.arc_dep(x), self.arc_head(x)).squeeze(1)
        n = b["n"]
        arcs = arcs.masked_fill(~b["word"].unsqueeze(1), -1e4)
        arcs = arcs.masked_fill(torch.eye(n, dtype=torch.bool), -1e4)
        return x, arcs, self.tag(x), self.name(x)

    def labels(self, x, heads):
        """Scores of labels for the given heads."""
        dep, head = self.label_dep(x), self.label_head(x)
        head = head.gather(1, heads.clamp(min=0).unsqueeze(-1).expand(-1, -1, head.shape[-1]))
        one = dep.new_ones(dep.shape[:-1] + (1,))
        dep, head = torch.cat([dep, one], -1), torch.cat([head, one], -1)
        left = torch.einsum("bid,odh->bioh", dep, self.label.weight)
        return (left * head.unsqueeze(2)).sum(-1)


class Encoding:
    """Cuts words into the encoder's pieces."""

    def __init__(self, folder):
        self.tokenizer = Tokenizer.from_file(os.path.join(folder, "tokenizer.json"))
        self.tokenizer.no_padding()
        self.tokenizer.no_truncation()
        self.cls, self.sep = self.tokenizer.token_to_id("[CLS]"), self.tokenizer.token_to_id("[SEP]")
        self.unk = self.tokenizer.token_to_id("[UNK]")
        self.known = {}

    def pieces(self, form):
        p = self.known.get(form)
        if p is None:
            p = self.tokenizer.encode(form, add_special_tokens=False).ids[:8] or [self.unk]
            if len(self.known) < 2_000_000:
                self.known[form] = p
        return p

    def batch(self, sentences, case=None):
        """Tensors of a batch. case(i) tells whether to show how the words of sentence i are written."""
        rows, shapes, firsts = [], [], []
        for i, s in enumerate(sentences):
            r, sh, f = [self.cls], [0], [0]
            show = case is None or case(i)
            for form in s.forms:
                f.append(len(r))
                p = self.pieces(form)
                r += p
                sh += [shape(form) if show else 0] + [7 if show else 0] * (len(p) - 1)
            rows.append(r + [self.sep])
            shapes.append(sh + [0])
            firsts.append(f)
        width, n = max(map(len, rows)), max(map(len, firsts))
        pad = lambda xs, w, v=0: torch.tensor([x + [v] * (w - len(x)) for x in xs])
        return {
            "pieces": pad(rows, width),
            "shapes": pad(shapes, width),
            "mask": pad([[1] * len(r) for r in rows], width),
            "first": pad(firsts, n),
            "word": pad([[1] * len(f) for f in firsts], n).bool(),
            "n": n,
        }


def gold(sentences, n, tags, labels):
    pad = lambda xs: torch.tensor([[PAD] + x + [PAD] * (n - 1 - len(x)) for x in xs])
    nothing = lambda s: [PAD] * len(s.forms)
    return (
        pad([s.heads if s.heads else nothing(s) for s in sentences]),
        pad([[labels.index[l] for l in s.labels] if s.labels else nothing(s) for s in sentences]),
        pad([[tags.index.get(t, PAD) for t in s.tags] if s.tags else nothing(s) for s in sentences]),
        pad([[NAME_TAGS.index.get(t, PAD) for t in s.names] if s.names else nothing(s) for s in sentences]),
    )


def known(scores, target):
    """Cross entropy over the words that have a target; 0 where none has."""
    loss = F.cross_entropy(scores.flatten(0, 1), target.flatten(), ignore_index=PAD, reduction="sum")
    return loss / (target != PAD).sum().clamp(min=1)


def evaluate(model, encoding, sentences, tags, labels):
    model.eval()
    words = right = upos = uas = 0
    with torch.no_grad():
        for batch in batches(sentences, 2500, 0):
            b = encoding.batch(batch)
            x, arcs, t, _ = model(b)
            h, l, _, _ = gold(batch, b["n"], tags, labels)
            heads = arcs.argmax(-1)
            lab = model.labels(x, heads).argmax(-1)
            seen = h != PAD
            words += seen.sum().item()
            uas += ((heads == h) & seen).sum().item()
            right += ((heads == h) & (lab == l) & seen).sum().item()
            best = t.argmax(-1)
            for i, s in enumerate(batch):
                for k, want in enumerate(s.tags):
                    upos += tags.names[best[i, k + 1]].split("+")[0] == want.split("+")[0]
    model.train()
    return "UPOS %.2f UAS %.2f LAS %.2f" % (100 * upos / words, 100 * uas / words, 100 * right / words)


def evaluate_names(model, encoding, sentences):
    def spans(names):
        out, start, kind = set(), None, None
        for i, t in enumerate(list(names) + ["O"]):
            if start is not None and (not t.startswith("I-") or t[2:] != kind):
                out.add((start, i, kind))
                start = None
            if t.startswith("B-") or t.startswith("I-") and start is None:
                start, kind = i, t[2:]
        return {s for s in out if s[2] in ("PER", "LOC", "ORG")}

    model.eval()
    hits = found = there = 0
    with torch.no_grad():
        for batch in batches(sentences, 2500, 0):
            best = model(encoding.batch(batch))[3].argmax(-1)
            for i, s in enumerate(batch):
                p = spans([NAME_TAGS.names[best[i, k + 1]] for k in range(len(s.forms))])
                g = spans(s.names)
                hits, found, there = hits + len(p & g), found + len(p), there + len(g)
    model.train()
    return "names P %.1f R %.1f F1 %.1f" % (100 * hits / max(1, found), 100 * hits / max(1, there), 200 * hits / max(1, found + there))


def load_encoder(folder, dropout=0.0):
    from safetensors.torch import load_file

    config = BertConfig(**json.load(open(os.path.join(folder, "config.json"))))
    config.hidden_dropout_prob = config.attention_probs_dropout_prob = dropout
    encoder = BertModel(config, add_pooling_layer=False)
    encoder.load_state_dict({k.removeprefix("bert."): v for k, v in load_file(os.path.join(folder, "model.safetensors")).items()}, strict=False)
    return encoder


def main():
    p = argparse.ArgumentParser()
    p.add_argument("--encoder", required=True, help="folder of the encoder's files")
    p.add_argument("--work", required=True, help="folder that go run ./english/training -prepare wrote")
    p.add_argument("--epochs", type=int, default=3)
    p.add_argument("--horizon", type=int, default=4, help="the epoch at whose end the rate would reach nothing")
    p.add_argument("--words", type=int, default=1000)
    p.add_argument("--rate", type=float, default=2e-4)
    p.add_argument("--resume", type=int, default=0, help="go on from teacher.pt, which has taken so many steps")
    a = p.parse_args()
    torch.manual_seed(20)
    random.seed(26)
    train = read_trees(os.path.join(a.work, "train.conllu"))
    devs = {n: read_trees(os.path.join(a.work, n + "-dev.conllu")) for n in ("ewt", "gum")}
    tags = Classes.of((t for s in train for t in s.tags), least=3)
    labels = Classes.of(l for s in train for l in s.labels)
    for dev in devs.values():
        for s in dev:
            s.labels = [l if l in labels.index else "dep" for l in s.labels]
    train += join_names(train, os.path.join(a.work, "names"))
    dev_names = read_names(os.path.join(a.work, "names", "dev.conll"))
    model = Teacher(load_encoder(a.encoder), len(tags), len(labels))
    if a.resume:
        model.load_state_dict(torch.load(os.path.join(a.work, "teacher.pt"))["model"])
    encoding = Encoding(a.encoder)
    model.encoder.embeddings.requires_grad_(False)  # what rare words mean it has learnt from more text than we have
    encoder = [q for q in model.encoder.parameters() if q.requires_grad]
    ids = {id(q) for q in encoder}
    optimiser = torch.optim.AdamW([{"params": encoder, "lr": a.rate}, {"params": [q for q in model.parameters() if q.requires_grad and id(q) not in ids], "lr": 1.5e-3}], betas=(0.9, 0.98), weight_decay=0.01)
    total = len(batches(train, a.words, 0)) * max(a.horizon, a.epochs)
    schedule = torch.optim.lr_scheduler.LambdaLR(optimiser, lambda i: min(i / (0.06 * total), max(0.02, (total - i) / (0.94 * total))))
    began, step = time.time(), 0
    for epoch in range(a.epochs):
        for batch in batches(train, a.words, epoch):
            step += 1
            if step <= a.resume:
                schedule.step()
                continue
            shown = [random.random() > 0.12 for _ in batch]
            b = encoding.batch(batch, lambda i: shown[i])
            x, arcs, t, names = model(b)
            h, l, g, ne = gold(batch, b["n"], tags, labels)
            loss = known(arcs, h) + known(model.labels(x, h), l) + 0.5 * known(t, g) + 0.5 * known(names, ne)
            optimiser.zero_grad()
            loss.backward()
            nn.utils.clip_grad_norm_(model.parameters(), 5)
            optimiser.step()
            schedule.step()
            if step % 50 == 0:
                print(f"{time.time() - began:7.0f}s step {step}/{total} loss {loss.item():.3f}", flush=True)
        if step <= a.resume:
            continue
        print("epoch", epoch, *(f"{n}: {evaluate(model, encoding, d, tags, labels)}" for n, d in devs.items()), flush=True)
        if dev_names:
            print(evaluate_names(model, encoding, dev_names), flush=True)
        torch.save({"model": model.state_dict(), "tags": tags.names, "labels": labels.names}, os.path.join(a.work, "teacher.pt"))


if __name__ == "__main__":
    main()
