"""The pupil: the small network that ships. It learns from the lessons that annotate.py wrote and sees words only
through the numbers that `go run ./english/training -encode` gave them, so that it sees in training what it will see
in Go. Its shape is explained in english/internal/network."""

import argparse
import os
import time

import numpy
import torch
import torch.nn as nn
import torch.nn.functional as F

COLUMNS = 8  # word, four suffixes, two prefixes, shape: see network.Input
WORD, AFFIX, SHAPE = 96, 48, 16
AFFIXES, SHAPES = 16384, 1024
HIDDEN, ARC, LABEL, TAG, NAME = 128, 96, 64, 64, 48
FAR = 16  # distances beyond count as this
PAD = -100


class Pupil(nn.Module):
    def __init__(self, words, tags, labels, names, dropout):
        super().__init__()
        self.word, self.affix, self.shape = nn.Embedding(words, WORD), nn.Embedding(AFFIXES, AFFIX), nn.Embedding(SHAPES, SHAPE)
        nn.init.normal_(self.affix.weight, std=0.05)
        nn.init.normal_(self.shape.weight, std=0.1)
        self.lstm = nn.LSTM(WORD + AFFIX + SHAPE, HIDDEN, 2, batch_first=True, bidirectional=True, dropout=dropout)
        self.out = nn.Linear(2 * HIDDEN, 2 * ARC + 2 * LABEL + TAG + NAME)
        self.root_arc, self.root_label = nn.Parameter(torch.zeros(ARC)), nn.Parameter(torch.zeros(LABEL))
        self.distance = nn.Parameter(torch.zeros(2 * FAR + 2))  # the last is the root
        self.label, self.tag, self.name = nn.Linear(LABEL, labels), nn.Linear(TAG, tags), nn.Linear(NAME, names)
        self.drop = nn.Dropout(dropout)

    def forward(self, ids):
        x = torch.cat([self.word(ids[..., 0]), self.affix(ids[..., 1:7]).sum(-2), self.shape(ids[..., 7])], -1)
        x, _ = self.lstm(self.drop(x))
        arc_dep, arc_head, label_dep, label_head, tag, name = self.out(self.drop(x)).split([ARC, ARC, LABEL, LABEL, TAG, NAME], -1)
        batch, n, _ = x.shape
        arc_head = torch.cat([self.root_arc.expand(batch, 1, ARC), F.leaky_relu(arc_head, 0.125)], 1)
        arcs = torch.einsum("bid,bjd->bij", arc_dep, arc_head)
        place = torch.arange(n)
        far = (place.unsqueeze(0) - place.unsqueeze(1)).clamp(-FAR, FAR) + FAR  # row: dependent
        arcs = arcs + torch.cat([self.distance[-1:].expand(n, 1), self.distance[far]], 1)
        arcs = arcs.masked_fill(torch.cat([torch.zeros(n, 1, dtype=torch.bool), torch.eye(n, dtype=torch.bool)], 1), -1e4)
        label_head = torch.cat([self.root_label.expand(batch, 1, LABEL), label_head], 1)
        return arcs, (label_dep, label_head), self.tag(F.relu(self.drop(tag))), self.name(F.relu(self.drop(name)))

    def labels(self, parts, heads):
        dep, head = parts
        head = head.gather(1, heads.unsqueeze(-1).expand(-1, -1, LABEL))
        return self.label(F.relu(self.drop(dep + head)))


class Data:
    def __init__(self, folder, name, versions):
        z = numpy.load(os.path.join(folder, name + ".npz"))
        self.z = {k: z[k] for k in z.files}
        self.ids = [numpy.fromfile(os.path.join(folder, f"{name}.{v}.ids"), numpy.int32).reshape(-1, COLUMNS) for v in range(versions)]
        self.lengths = self.z["lengths"]
        self.starts = numpy.concatenate([[0], numpy.cumsum(self.lengths)])
        assert len(self.ids[0]) == self.starts[-1], "the words and their numbers do not belong together"
        self.source = self.z["source"][self.starts[:-1]]

    def batches(self, which, words, rng):
        """Batches of sentences of one length, so that nothing is padded."""
        rng.shuffle(which)
        which = which[numpy.argsort(self.lengths[which], kind="stable")]
        out, at = [], 0
        while at < len(which):
            n = self.lengths[which[at]]
            end = at
            while end < len(which) and self.lengths[which[end]] == n and (end - at + 1) * n <= max(words, n):
                end += 1
            out.append(which[at:end])
            at = end
        rng.shuffle(out)
        return out

    def take(self, batch, rng=None, drop=None):
        n = self.lengths[batch[0]]
        rows = self.starts[batch][:, None] + numpy.arange(n)
        ids = self.ids[0][rows]
        if rng is not None and len(self.ids) > 1:
            for k in range(len(batch)):
                r = rng.random()
                if r < 0.05:
                    ids[k] = self.ids[1][rows[k]]
                elif r < 0.10:
                    ids[k] = self.ids[2][rows[k]]
        if drop is not None:
            w = ids[..., 0]
            w[rng.random(w.shape) < drop[w]] = 0
        b = {k: torch.from_numpy(self.z[k][rows].astype(numpy.float32 if k.endswith("_p") else numpy.int64)) for k in ("heads", "head_p", "labels", "label_p", "tags", "tag_p", "names")}
        b["ids"] = torch.from_numpy(ids.astype(numpy.int64))
        unstopped = rng is not None and n > 5 and rng.random() < 0.12
        if unstopped and (b["heads"][:, :, 0] != n).all():  # without the last mark, as headlines are
            b = {k: v[:, :-1] for k, v in b.items()}
            b["heads"] = b["heads"].clamp(max=n - 1)
        return b


def soft(scores, target, p):
    """Cross entropy against the few classes that have a probability."""
    logs = F.log_softmax(scores.flatten(0, 1), -1).gather(1, target.flatten(0, 1))
    return -(logs * p.flatten(0, 1)).sum() / max(1, p.shape[0] * p.shape[1])


def evaluate(model, data, tag_names):
    pos = numpy.array([t.split("+")[0] for t in tag_names])
    model.eval()
    result = []
    with torch.inference_mode():
        for source in (0, 1):
            words = las = uas = upos = 0
            for batch in data.batches(numpy.flatnonzero(data.source == source), 4000, numpy.random.default_rng(0)):
                b = data.take(batch)
                arcs, parts, tag, _ = model(b["ids"])
                heads = arcs.argmax(-1)
                right = heads == b["heads"][..., 0]
                label = model.labels(parts, heads).argmax(-1) == b["labels"][..., 0]
                words += right.numel()
                uas += right.sum().item()
                las += (right & label).sum().item()
                upos += (pos[tag.argmax(-1).numpy()] == pos[b["tags"][..., 0].numpy()]).sum()
            result.append("UPOS %.2f UAS %.2f LAS %.2f" % (100 * upos / words, 100 * uas / words, 100 * las / words))
    model.train()
    return " | ".join(result)


def export(state, path):
    with open(path, "wb") as f:
        for name, t in state.items():
            t = t.detach().float().contiguous()
            f.write((" ".join([name] + [str(d) for d in t.shape]) + "\n").encode())
            f.write(t.numpy().tobytes())


def main():
    p = argparse.ArgumentParser()
    p.add_argument("--work", required=True)
    p.add_argument("--encoder", help="folder of the teacher's encoder, whose vectors of words the pupil begins with")
    p.add_argument("--steps", type=int, default=24000)
    p.add_argument("--words", type=int, default=1400)
    p.add_argument("--rate", type=float, default=2.5e-3)
    p.add_argument("--dropout", type=float, default=0.12)
    a = p.parse_args()
    torch.manual_seed(20)
    rng = numpy.random.default_rng(26)
    tags, labels, names = [l.split() for l in open(os.path.join(a.work, "classes.txt"))]
    vocabulary = open(os.path.join(a.work, "vocabulary.txt"), encoding="utf-8").read().split("\n")[:-1]
    counts = numpy.array([0] + [int(l.split("\t")[1]) for l in vocabulary])
    vocabulary = [l.split("\t")[0] for l in vocabulary]
    drop = 0.3 / (0.3 + counts)
    drop[0] = 0
    model = Pupil(len(vocabulary) + 1, len(tags), len(labels), len(names), a.dropout)
    if a.encoder:
        model.word.weight.data = vectors(a.encoder, vocabulary)
    data, dev = Data(a.work, "lessons", 3), Data(a.work, "dev", 1)
    sparse = [model.word.weight, model.affix.weight]
    dense = [q for q in model.parameters() if all(q is not s for s in sparse)]
    optimiser = torch.optim.AdamW([{"params": sparse, "weight_decay": 0.0}, {"params": dense, "weight_decay": 0.01}], lr=a.rate, betas=(0.9, 0.98))
    mean = {k: v.detach().clone() for k, v in model.state_dict().items()}
    began, step, epoch = time.time(), 0, 0
    shown, losses = began, []
    trees, wires, talk = (numpy.flatnonzero(numpy.isin(data.source, s)) for s in ([0, 1], [3], [2]))
    while step < a.steps:
        which = numpy.concatenate([trees, trees, wires, rng.choice(talk, len(talk) // 2, replace=False)])
        for batch in data.batches(which, a.words, rng):
            if step == a.steps:
                break
            past = step / a.steps
            for g in optimiser.param_groups:
                g["lr"] = a.rate * min((step + 1) / 200, 1) * (1 - past + 0.01)
            b = data.take(batch, rng, drop)
            arcs, parts, tag, name = model(b["ids"])
            loss = soft(arcs, b["heads"], b["head_p"]) + 0.7 * soft(model.labels(parts, b["heads"][..., 0]), b["labels"], b["label_p"])
            loss = loss + 0.5 * soft(tag, b["tags"], b["tag_p"])
            if (b["names"] != PAD).any():
                loss = loss + 0.4 * F.cross_entropy(name.flatten(0, 1), b["names"].flatten(), ignore_index=PAD)
            optimiser.zero_grad()
            loss.backward()
            nn.utils.clip_grad_norm_(dense, 5)
            optimiser.step()
            step += 1
            losses.append(loss.item())
            if step % 20 == 0:
                keep = min(0.998, step / (step + 200))
                for k, v in model.state_dict().items():
                    mean[k].lerp_(v, 1 - keep**20)
            if time.time() - shown > 60:
                shown = time.time()
                print(f"{shown - began:6.0f}s step {step} loss {numpy.mean(losses):.3f}", flush=True)
                losses = []
        epoch += 1
        trained = {k: v.detach().clone() for k, v in model.state_dict().items()}
        model.load_state_dict(mean)
        print("epoch", epoch, evaluate(model, dev, tags), flush=True)
        export(model.state_dict(), os.path.join(a.work, "pupil.bin"))
        model.load_state_dict(trained)


def vectors(folder, vocabulary):
    """The encoder's own vectors of words, the mean of their pieces, squeezed to WORD dimensions."""
    from safetensors.torch import load_file

    from teacher import Encoding

    pieces = load_file(os.path.join(folder, "model.safetensors"))
    table = pieces[next(k for k in pieces if k.endswith("word_embeddings.weight"))].float()
    encoding = Encoding(folder)
    x = torch.stack([table[encoding.pieces(w)].mean(0) for w in vocabulary])
    x = x - x.mean(0)
    _, _, v = torch.pca_lowrank(x, WORD, center=False)
    x = x @ v
    x = x / x.std() * 0.2
    return torch.cat([torch.zeros(1, WORD), x])


if __name__ == "__main__":
    main()
