package main

import (
	"os"
	"path/filepath"
	"runtime"
)

// defaultArchive is where the platform keeps a program's data: $XDG_DATA_HOME or ~/.local/share on
// Linux, ~/Library/Application Support on macOS, %LocalAppData% on Windows.
func defaultArchive() string {
	return filepath.Join(dataHome(), "chancery", "chancery.db")
}

func dataHome() string {
	home, err := os.UserHomeDir()
	if err != nil {
		return "."
	}
	switch runtime.GOOS {
	case "windows":
		if dir := os.Getenv("LocalAppData"); dir != "" {
			return dir
		}
		return filepath.Join(home, "AppData", "Local")
	case "darwin":
		return filepath.Join(home, "Library", "Application Support")
	}
	if dir := os.Getenv("XDG_DATA_HOME"); filepath.IsAbs(dir) {
		return dir
	}
	return filepath.Join(home, ".local", "share")
}
