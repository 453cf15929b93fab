// Package site shows the record in a browser: pages made on the server, which need no script, no other
// service and no network, and which are safe to open on whatever a report may contain.
//
// Every page has a stable address. The point of view — as of a day, as known on a day — is part of it, so
// that a link sent to a colleague shows what its sender saw. A page asks query and lays out the answer;
// it concludes nothing of its own.
package site

import (
	"context"
	"errors"
	"fmt"
	"log/slog"
	"net"
	"net/http"
	"time"

	"chancery"
	"chancery/query"
)

// Paste is a text that somebody gives to be read.
type Paste struct {
	Text      string
	Title     string
	Publisher string
	URL       string
	Published chancery.Date // zero where not known
}

// Options is what a site is made of.
type Options struct {
	Record *query.Record
	// Read says what a pasted text says, and keeps nothing.
	Read func(ctx context.Context, p Paste) (chancery.Reading, error)
	// Keep keeps a reading and concludes the record anew.
	Keep func(ctx context.Context, reading chancery.Reading) error
	// Token must be shown by every visitor where it is not empty.
	Token   string
	Version string
	Log     *slog.Logger
}

// Site answers requests. It may be used from several goroutines at once.
type Site struct {
	Options
	pages   map[string]*page
	assets  map[string]asset
	reading chan struct{} // how many texts are read at once
}

// readings is how many pasted texts are read at the same time: reading takes a core each.
const readings = 2

// New makes a site.
func New(o Options) (*Site, error) {
	if o.Log == nil {
		o.Log = slog.New(slog.DiscardHandler)
	}
	s := &Site{Options: o, reading: make(chan struct{}, readings)}
	var err error
	if s.assets, err = loadAssets(); err != nil {
		return nil, err
	}
	s.pages, err = loadPages(s.assets)
	return s, err
}

// Handler is the whole site, with all that keeps it safe.
func (s *Site) Handler() http.Handler {
	mux := http.NewServeMux()
	mux.HandleFunc("GET /healthz", s.health)
	mux.HandleFunc("GET /assets/{mark}/{name}", s.asset)
	mux.HandleFunc("GET /login", s.login)
	mux.HandleFunc("POST /login", s.login)
	for pattern, answer := range map[string]func(*request) error{
		"GET /{$}":                s.morning,
		"GET /actors":             s.actors,
		"GET /actors/{id}":        s.actor,
		"GET /people/{id}/{name}": s.person,
		"GET /pairs/{a}/{b}":      s.pair,
		"GET /go":                 s.find,
		"GET /agreements":         s.agreements,
		"GET /commitments":        s.commitments,
		"GET /tensions":           s.tensions,
		"GET /timeline":           s.timeline,
		"GET /entries/{id}":       s.entry,
		"GET /reports":            s.reports,
		"GET /reports/{id}":       s.report,
		"GET /search":             s.search,
		"GET /network":            s.network,
		"GET /map":                s.world,
		"GET /read":               s.paste,
		"POST /read":              s.paste,
		"GET /actors/{id}/feed":   s.feed,
		"GET /pairs/{a}/{b}/feed": s.feed,
		"GET /calendar.ics":       s.calendar,
		"GET /about":              s.about,
		"/":                       s.nowhere,
	} {
		mux.Handle(pattern, s.page(answer))
	}
	for pattern, answer := range s.api() {
		mux.Handle(pattern, s.json(answer))
	}
	return s.guard(mux)
}

// health says that the site answers and that its archive can be read.
func (s *Site) health(w http.ResponseWriter, r *http.Request) {
	w.Header().Set("Content-Type", "text/plain; charset=utf-8")
	w.Header().Set("Cache-Control", "no-store")
	if _, err := s.Record.Reports(r.Context(), query.At{}); err != nil {
		s.Log.Error("the archive cannot be read", "error", err)
		w.WriteHeader(http.StatusServiceUnavailable)
		fmt.Fprintln(w, "the archive cannot be read")
		return
	}
	fmt.Fprintln(w, "ok")
}

// shortestToken is how long a token must be that anybody on a network may guess at.
const shortestToken = 16

// Allowed refuses an address that others can reach where no token keeps them out.
func Allowed(address, token string) error {
	host, _, err := net.SplitHostPort(address)
	if err != nil {
		return fmt.Errorf("%q is no address to listen on; write host and port, such as 127.0.0.1:8421", address)
	}
	if local(host) && token == "" {
		return nil
	}
	if token == "" {
		return fmt.Errorf("%s can be reached from other machines, and anybody who reaches it could read and add to the record; "+
			"give a token with --token or CHANCERY_TOKEN, or listen on 127.0.0.1", address)
	}
	if len(token) < shortestToken {
		return fmt.Errorf("the token has %d characters; take at least %d, such as the output of: openssl rand -hex 16", len(token), shortestToken)
	}
	return nil
}

// local reports whether only this machine reaches the host.
func local(host string) bool {
	if host == "localhost" {
		return true
	}
	ip := net.ParseIP(host)
	return ip != nil && ip.IsLoopback()
}

// The limits on a connection. A page that takes longer than a minute is not worth waiting for, but a long
// text may take half of one to read.
const (
	headerTime  = 5 * time.Second
	requestTime = 20 * time.Second
	answerTime  = 60 * time.Second
	idleTime    = 2 * time.Minute
	closingTime = 5 * time.Second
)

// Serve answers on the listener until the context ends, and then lets running answers finish.
func (s *Site) Serve(ctx context.Context, listener net.Listener) error {
	server := &http.Server{
		Handler: s.Handler(), ReadHeaderTimeout: headerTime, ReadTimeout: requestTime, WriteTimeout: answerTime,
		IdleTimeout: idleTime, MaxHeaderBytes: 64 << 10,
		ErrorLog: slog.NewLogLogger(s.Log.Handler(), slog.LevelWarn),
	}
	ended := make(chan error, 1)
	go func() { ended <- server.Serve(listener) }()
	select {
	case err := <-ended:
		return fmt.Errorf("serving on %s: %w", listener.Addr(), err)
	case <-ctx.Done():
	}
	closing, stop := context.WithTimeout(context.WithoutCancel(ctx), closingTime)
	defer stop()
	err := server.Shutdown(closing)
	if errors.Is(err, context.DeadlineExceeded) {
		err = server.Close()
	}
	s.Log.Info("closed")
	return err
}
