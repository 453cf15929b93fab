// Chancery reads news reports of diplomacy and keeps the record of relations that they describe.
package main

import (
	"context"
	"errors"
	"fmt"
	"io"
	"os"
	"os/signal"
	"syscall"

	"github.com/alecthomas/kong"
)

// commands is what people type. Kong makes the help from it.
type commands struct {
	Read        readCommand        `cmd:"" help:"Read reports into the archive."`
	Brief       briefCommand       `cmd:"" help:"Show the dossier of an actor, or of a pair."`
	Timeline    timelineCommand    `cmd:"" help:"Show what happened, in order."`
	Standing    standingCommand    `cmd:"" help:"Show who stands where in an association, or where an actor stands."`
	Agreements  agreementsCommand  `cmd:"" help:"Show agreements and how far each has come."`
	Commitments commitmentsCommand `cmd:"" help:"Show who undertook what, and whether it was done."`
	Changes     changesCommand     `cmd:"" help:"Show what became known since a day."`
	Tensions    tensionsCommand    `cmd:"" help:"Show what does not go together, and who says which."`
	Search      searchCommand      `cmd:"" help:"Find reports by words."`
	Why         whyCommand         `cmd:"" help:"Show the passages that an entry or a claim rests on."`
	Review      reviewCommand      `cmd:"" help:"Accept, correct or reject what was read; say what is the same and what is not."`
	Serve       serveCommand       `cmd:"" help:"Show the record in a browser."`
	Export      exportCommand      `cmd:"" help:"Write what the record holds, for other programs."`
	Reports     reportsCommand     `cmd:"" help:"List the reports of the archive."`
	Forget      forgetCommand      `cmd:"" help:"Take a report out, with all that rests on it alone."`
	Code        codeCommand        `cmd:"" help:"Say how the actors of a sentence relate, in PLOVER's terms."`
	Codebook    codebookCommand    `cmd:"" help:"Show the acts that are read, with their codes and words."`
	Eval        evalCommand        `cmd:"" help:"Score what is read against what people wrote down."`

	Archive string           `placeholder:"FILE" env:"CHANCERY_ARCHIVE" help:"The archive. Without it: ${archive}"`
	Actors  string           `placeholder:"DIR" env:"CHANCERY_ACTORS" help:"Folder with rows of your own for the register of actors."`
	Own     []string         `name:"codebook" placeholder:"FILE" env:"CHANCERY_CODEBOOK" type:"existingfile" help:"File with acts and frames of your own, on top of the codebook. May be given more than once."`
	Version kong.VersionFlag `help:"Show the version."`
}

// version is set by the release build.
var version = "0.1.0"

func main() {
	os.Exit(run(os.Args[1:], os.Stdin, os.Stdout, os.Stderr))
}

// The exit codes: everything done; something went wrong, or some input was not read; the command line
// makes no sense; stopped by the user.
const (
	exitDone = iota
	exitFailed
	exitUsage
	exitStopped = 130
)

const description = `Reads news reports of diplomacy and keeps the record of relations that they describe.

Examples:
  chancery read reports/           read a folder of reports
  chancery brief Laos Belarus      what the record holds about the two
  chancery standing SCO            who stands where in it
  chancery commitments --open      what was promised and is not done yet
  chancery changes                 what became known in the last week
  chancery review                  what wants a person's eye, and what was decided
  chancery serve                   all of it in a browser
  chancery COMMAND --help          more examples`

// run is main with its surroundings as arguments, so that tests run the program as people do.
func run(args []string, in io.Reader, out, errs io.Writer) int {
	ctx, stop := signal.NotifyContext(context.Background(), os.Interrupt, syscall.SIGTERM)
	defer stop()
	context.AfterFunc(ctx, stop) // whoever asks a second time is not made to wait

	var c commands
	exited := -1
	parser, err := kong.New(&c,
		kong.Name("chancery"),
		kong.Description(description),
		kong.Vars{"version": version, "archive": defaultArchive()},
		kong.Writers(out, errs),
		kong.Exit(func(code int) { exited = code }),
		kong.ConfigureHelp(kong.HelpOptions{Compact: true, WrapUpperBound: 100}),
	)
	if err != nil {
		fmt.Fprintln(errs, "chancery:", err)
		return exitFailed
	}
	if len(args) == 0 {
		args = []string{"--help"}
	}
	parsed, err := parser.Parse(args)
	if exited >= 0 {
		return exited
	}
	if err != nil {
		fmt.Fprintf(errs, "chancery: %v\nTry: chancery %s--help\n", err, commandOf(err))
		return exitUsage
	}
	if c.Archive == "" {
		c.Archive = defaultArchive()
	}
	s := newSession(ctx, &c, in, out, errs)
	err = errors.Join(parsed.Run(s), s.close())
	switch {
	case err == nil:
		return exitDone
	case errors.Is(err, context.Canceled) && ctx.Err() != nil:
		fmt.Fprintln(errs, "chancery: stopped; what was kept so far is in the archive")
		return exitStopped
	case errors.Is(err, errSomeFailed):
		return exitFailed
	case errors.Is(err, syscall.EPIPE):
		return exitDone // whoever read our output has enough
	}
	fmt.Fprintln(errs, "chancery:", err)
	return exitFailed
}

// commandOf is the command that was typed, with a space after it, where the rest of the line made no
// sense of it.
func commandOf(err error) string {
	var parse *kong.ParseError
	if !errors.As(err, &parse) || parse.Context == nil {
		return ""
	}
	typed := ""
	for node := parse.Context.Selected(); node != nil && node.Parent != nil; node = node.Parent {
		typed = node.Name + " " + typed
	}
	return typed
}
