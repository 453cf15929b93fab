package main

import (
	"bytes"
	"context"
	"encoding/json"
	"fmt"
	"log/slog"
	"net"
	"sync"

	"chancery"
	"chancery/desk"
	"chancery/press"
	"chancery/site"
)

type serveCommand struct {
	Listen string `default:"127.0.0.1:8421" placeholder:"ADDRESS" help:"Host and port. Another host than this machine's own needs a token."`
	Token  string `env:"CHANCERY_TOKEN" placeholder:"TOKEN" help:"What every visitor must show."`
	Quiet  bool   `short:"q" help:"Log faults only."`
}

func (serveCommand) Help() string {
	return `Shows the record in a browser, until it is stopped with Ctrl-C. Nobody but this machine reaches it unless you say so.

Examples:
  chancery serve                                              then open http://127.0.0.1:8421
  chancery serve --listen 127.0.0.1:0                         on any port that is free
  CHANCERY_TOKEN=$(openssl rand -hex 16) chancery serve --listen 0.0.0.0:8421

Where others reach it, put it behind a server that speaks HTTPS: the token and the record would travel in the open.`
}

func (c *serveCommand) Run(s *session) error {
	if err := site.Allowed(c.Listen, c.Token); err != nil {
		return err
	}
	archive, err := s.writing()
	if err != nil {
		return err
	}
	known, err := s.register()
	if err != nil {
		return err
	}
	record, names, err := s.ask(archive, known)
	if err != nil {
		return err
	}
	listener, err := net.Listen("tcp", c.Listen)
	if err != nil {
		return fmt.Errorf("cannot listen on %s: %w; take another port with --listen 127.0.0.1:0", c.Listen, err)
	}
	defer listener.Close()
	level := slog.LevelInfo
	if c.Quiet {
		level = slog.LevelError
	}
	reader := sync.OnceValues(func() (*desk.Desk, error) { return desk.Default(names.Register) }) // takes a while, and many never paste
	made, err := site.New(site.Options{Record: record, Token: c.Token, Version: version,
		Log: slog.New(slog.NewTextHandler(s.err, &slog.HandlerOptions{Level: level})),
		Read: func(ctx context.Context, p site.Paste) (chancery.Reading, error) {
			desk, err := reader()
			if err != nil {
				return chancery.Reading{}, err
			}
			report, err := pasted(ctx, p)
			if err != nil {
				return chancery.Reading{}, err
			}
			return desk.ReadSafely(report)
		},
		Keep: func(ctx context.Context, reading chancery.Reading) error {
			ctx = context.WithoutCancel(ctx) // what is kept is also concluded from
			if _, err := archive.Keep(ctx, []chancery.Reading{reading}); err != nil {
				return err
			}
			_, err := record.Rebuild(ctx)
			return err
		},
	})
	if err != nil {
		return err
	}
	fmt.Fprintf(s.out, "Open http://%s in a browser. Ctrl-C stops.\n", listener.Addr())
	return made.Serve(s.ctx, listener)
}

// pasted makes a report of a pasted text, by the door that lines of JSON come through: what the text says of
// its title and day itself counts where the form does not say it.
func pasted(ctx context.Context, p site.Paste) (chancery.Report, error) {
	line, err := json.Marshal(map[string]string{"title": p.Title, "text": p.Text, "publisher": p.Publisher, "url": p.URL, "published": p.Published.String()})
	if err != nil {
		return chancery.Report{}, err
	}
	if p.Title == "" && p.Publisher == "" && p.URL == "" && p.Published.IsZero() {
		line = []byte(p.Text)
	}
	for report, err := range press.Open(ctx, []string{"-"}, bytes.NewReader(line), press.Options{}) {
		report.Name = "pasted"
		return report, err
	}
	return chancery.Report{}, fmt.Errorf("there is no report in this text")
}
