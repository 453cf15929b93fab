"""The teacher reads open raw text aloud. Writes the pupil's lessons: the treebanks as people annotated them,
and raw sentences as the teacher reads them, with how sure it is.

lessons.txt holds the words, one sentence a line; lessons.npz, word by word in the same order, the heads with
their probabilities, the labels, the tags and the names."""

import argparse
import os
import random
import re
import time

import numpy
import torch

from sentences import NAME_TAGS, Classes, Sentence, batches, join_names, read_raw, read_trees
from teacher import PAD, Encoding, Teacher, load_encoder

HEADS, OTHERS = 3, 2  # how many heads, and how many labels and tags, are kept with their probabilities


class Lessons:
    def __init__(self):
        self.lines, self.arrays = [], {k: [] for k in ("heads", "head_p", "labels", "label_p", "tags", "tag_p", "names", "source")}

    def add(self, forms, source, **columns):
        self.lines.append(" ".join(forms))
        for k, v in columns.items():
            self.arrays[k].append(v)
        self.arrays["source"].append(numpy.full(len(forms), source, numpy.uint8))

    def add_gold(self, s, tags, labels, source):
        n = len(s.forms)
        heads, labs, tgs = numpy.zeros((n, HEADS), numpy.int16), numpy.zeros((n, OTHERS), numpy.int16), numpy.zeros((n, OTHERS), numpy.int16)
        sure = numpy.zeros((n, HEADS), numpy.float16), numpy.zeros((n, OTHERS), numpy.float16), numpy.zeros((n, OTHERS), numpy.float16)
        if s.heads:
            heads[:, 0], labs[:, 0] = s.heads, [labels.index.get(l, 0) for l in s.labels]
            tgs[:, 0] = [tags.index.get(t, 0) for t in s.tags]
            sure[0][:, 0] = sure[1][:, 0] = 1
            sure[2][:, 0] = [t in tags.index for t in s.tags]
        names = numpy.array([NAME_TAGS.index.get(t, PAD) for t in s.names] if s.names else [PAD] * n, numpy.int16)
        self.add(s.forms, source, heads=heads, head_p=sure[0], labels=labs, label_p=sure[1], tags=tgs, tag_p=sure[2], names=names)

    def write(self, folder, name):
        with open(os.path.join(folder, name + ".txt"), "w", encoding="utf-8") as f:
            f.writelines(l + "\n" for l in self.lines)
        numpy.savez(os.path.join(folder, name + ".npz"), lengths=numpy.array([l.count(" ") + 1 for l in self.lines], numpy.int32), **{k: numpy.concatenate(v) for k, v in self.arrays.items()})


def annotate(model, encoding, sentences, lessons, source, tags, began, recase=None):
    done = 0
    with torch.inference_mode():
        for batch in batches(sentences, 2500, 7):
            b = encoding.batch(batch, (lambda i: False) if recase else None)
            x, arcs, tag, name = model(b)
            p, h = arcs.softmax(-1).topk(HEADS)
            lp, l = model.labels(x, h[..., 0]).softmax(-1).topk(OTHERS)
            tp, t = tag.softmax(-1).topk(OTHERS)
            ne = name.argmax(-1)
            for i, s in enumerate(batch):
                k = slice(1, len(s.forms) + 1)
                forms = recase(s.forms, [tags.names[c] for c in t[i, k, 0]]) if recase else s.forms
                as_ = lambda v, ty: v[i, k].numpy().astype(ty)
                lessons.add(forms, source, heads=as_(h, numpy.int16), head_p=as_(p, numpy.float16), labels=as_(l, numpy.int16), label_p=as_(lp, numpy.float16), tags=as_(t, numpy.int16), tag_p=as_(tp, numpy.float16), names=as_(ne, numpy.int16))
                done += len(s.forms)
            if random.random() < 0.02:
                print(f"{time.time() - began:7.0f}s {done} words", flush=True)


def truecaser(folder, raw):
    """Gives words in capitals the letters of ordinary text: those in which the open texts write them most
    often, and else a capital for what the teacher takes for a name."""
    counts = {}
    for s in raw:
        for w in s.forms[1:]:
            c = counts.setdefault(w.upper(), {})
            c[w] = c.get(w, 0) + 1
    best = {u: max(sorted(c), key=c.get) for u, c in counts.items() if sum(c.values()) > 2}

    def recase(forms, tags):
        out = []
        for i, (w, t) in enumerate(zip(forms, tags)):
            name = t.split("+")[0] == "PROPN" or t.endswith("NNP") or t.endswith("NNPS")
            seen = best.get(w)
            if name:
                if seen is not None and seen != seen.lower():
                    w = seen
                elif not (len(w) <= 5 and not re.search("[AEIOUY]", w)):
                    w = w.capitalize()
            else:
                w = seen if seen is not None and len(w) > 1 else w.lower()
            if i == 0:
                w = w[:1].upper() + w[1:]
            out.append("I" if w == "i" else w)
        return out

    return recase


def main():
    p = argparse.ArgumentParser()
    p.add_argument("--encoder", required=True)
    p.add_argument("--work", required=True)
    p.add_argument("--words", type=int, default=1_500_000, help="words of ordinary raw text")
    a = p.parse_args()
    random.seed(20)
    began = time.time()
    saved = torch.load(os.path.join(a.work, "teacher.pt"))
    tags, labels = Classes(saved["tags"]), Classes(saved["labels"])
    model = Teacher(load_encoder(a.encoder), len(tags), len(labels))
    model.load_state_dict(saved["model"])
    model.eval()
    encoding = Encoding(a.encoder)
    lessons = Lessons()
    trees = read_trees(os.path.join(a.work, "train.conllu"))
    rest = join_names(trees, os.path.join(a.work, "names"))
    for s in trees:
        lessons.add_gold(s, tags, labels, 0)
    for s in rest:
        lessons.add_gold(s, tags, labels, 1)
    dev = Lessons()
    for n, name in enumerate(("ewt-dev", "gum-dev")):
        for s in read_trees(os.path.join(a.work, name + ".conllu")):
            dev.add_gold(s, tags, labels, n)
    dev.write(a.work, "dev")
    raw = [Sentence(f) for f in read_raw(os.path.join(a.work, "whitehouse_2021-2026.txt"))]
    recase = truecaser(a.work, raw)
    random.shuffle(raw)
    words, few = 0, []
    for s in raw:
        if words >= a.words:
            break
        few.append(s)
        words += len(s.forms)
    wires = [Sentence(f) for f in read_raw(os.path.join(a.work, "muc3_fbis_1988-1991.txt"))]
    annotate(model, encoding, wires, lessons, 3, tags, began, recase)
    print("wires read", flush=True)
    annotate(model, encoding, few, lessons, 2, tags, began)
    lessons.write(a.work, "lessons")
    with open(os.path.join(a.work, "classes.txt"), "w") as f:
        for c in (tags, labels, NAME_TAGS):
            f.write(" ".join(c.names) + "\n")


if __name__ == "__main__":
    main()
