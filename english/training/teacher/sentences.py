"""Sentences as the teacher and the pupil see them: reading CoNLL-U and names, cutting into batches."""

import dataclasses
import os
import random


@dataclasses.dataclass
class Sentence:
    forms: list
    tags: list = None  # "VERB+VBD"
    heads: list = None  # 0 is the root, words count from 1
    labels: list = None
    names: list = None  # BIO, "?" where nobody knows
    source: str = ""


def read_trees(path):
    out, source = [], ""
    s = Sentence([], [], [], [])
    for line in open(path, encoding="utf-8"):
        line = line.rstrip("\n")
        if line.startswith("# source = "):
            source = line[len("# source = ") :]
        elif not line:
            if s.forms:
                s.source = source
                out.append(s)
            s = Sentence([], [], [], [])
        elif line[0] != "#":
            f = line.split("\t")
            s.forms.append(f[1])
            s.tags.append(f[3] + "+" + f[4])
            s.heads.append(int(f[6]))
            s.labels.append(f[7])
    return out


def read_names(path):
    """Names in two columns, with the source of each sentence."""
    out, source = [], ""
    s = Sentence([], names=[])
    for line in open(path, encoding="utf-8"):
        line = line.rstrip("\n")
        if line.startswith("# source = "):
            source = line[len("# source = ") :]
        elif not line:
            if s.forms:
                s.source = source
                out.append(s)
            s = Sentence([], names=[])
        else:
            form, name = line.split("\t")
            s.forms.append(form)
            s.names.append(name)
    if s.forms:
        out.append(s)
    return out


def join_names(trees, folder):
    """Gives the trees their names where names were written down; returns what is left without a tree."""
    path = os.path.join(folder, "train.conll")
    if not os.path.exists(path):
        return []
    by_forms, rest = {}, []
    for s in read_names(path):
        by_forms[tuple(s.forms)] = s
        if s.source != "gum":
            rest.append(s)
    for t in trees:
        s = by_forms.get(tuple(t.forms))
        if s is not None and t.names is None:
            t.names = s.names
    return rest


def read_raw(path):
    for line in open(path, encoding="utf-8"):
        yield line.rstrip("\n").split(" ")


def batches(sentences, words, seed):
    """Batches of about as many words, of sentences of about the same length, in a random order."""
    rng = random.Random(seed)
    order = sorted(range(len(sentences)), key=lambda i: (len(sentences[i].forms) + rng.random() * 3, rng.random()))
    out, batch = [], []
    for i in order:
        longest = len(sentences[i].forms)
        if batch and longest * (len(batch) + 1) > words:
            out.append(batch)
            batch = []
        batch.append(sentences[i])
    if batch:
        out.append(batch)
    rng.shuffle(out)
    return out


class Classes:
    """Numbers names in the order of their frequency, then of their letters."""

    def __init__(self, names):
        self.names = list(names)
        self.index = {n: i for i, n in enumerate(self.names)}

    @staticmethod
    def of(items, least=1):
        counts = {}
        for i in items:
            counts[i] = counts.get(i, 0) + 1
        return Classes(sorted((n for n in counts if counts[n] >= least), key=lambda n: (-counts[n], n)))

    def __len__(self):
        return len(self.names)


NAME_TAGS = Classes(["O"] + [p + t for t in ("PER", "LOC", "ORG", "NORP", "DOC", "EVENT") for p in ("B-", "I-")])
