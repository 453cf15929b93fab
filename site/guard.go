package site

import (
	"crypto/sha256"
	"crypto/subtle"
	"encoding/hex"
	"net"
	"net/http"
	"strings"
	"time"
)

// The most that a request may carry: a pasted text of a megabyte, with room for how a form encodes it.
const (
	mostText = 1 << 20
	mostBody = 3*mostText + 64<<10
)

// policy allows a page its own files and nothing else: no script of a report's, no picture from elsewhere,
// no form that sends a text away.
const policy = "default-src 'none'; style-src 'self'; script-src 'self'; font-src 'self'; img-src 'self'; connect-src 'self'; " +
	"form-action 'self'; base-uri 'none'; frame-ancestors 'none'"

// guard is what every request passes through.
func (s *Site) guard(next http.Handler) http.Handler {
	origins := http.NewCrossOriginProtection()
	origins.SetDenyHandler(http.HandlerFunc(func(w http.ResponseWriter, _ *http.Request) {
		http.Error(w, "This request came from another site and was refused.", http.StatusForbidden)
	}))
	next = s.known(origins.Handler(next))
	return http.HandlerFunc(func(w http.ResponseWriter, r *http.Request) {
		began := time.Now()
		answer := &watched{ResponseWriter: w, status: http.StatusOK}
		defer func() {
			if fault := recover(); fault != nil {
				s.Log.Error("fault", "path", r.URL.Path, "fault", fault)
				if !answer.begun {
					http.Error(answer, "This page could not be made because of a fault in the program.", http.StatusInternalServerError)
				}
			}
			// What is searched for and what is asked stays out of the log.
			s.Log.Info("request", "method", r.Method, "path", r.URL.Path, "status", answer.status, "ms", time.Since(began).Milliseconds())
		}()
		h := w.Header()
		h.Set("Content-Security-Policy", policy)
		h.Set("X-Content-Type-Options", "nosniff")
		h.Set("Referrer-Policy", "no-referrer")
		h.Set("Cross-Origin-Opener-Policy", "same-origin")
		h.Set("Cross-Origin-Resource-Policy", "same-origin")
		h.Set("X-Robots-Tag", "noindex, nofollow")
		h.Set("Permissions-Policy", "camera=(), geolocation=(), microphone=()")
		r.Body = http.MaxBytesReader(answer, r.Body, mostBody)
		next.ServeHTTP(answer, r)
	})
}

// watched remembers how a request was answered.
type watched struct {
	http.ResponseWriter
	status int
	begun  bool
}

func (w *watched) WriteHeader(status int) {
	if !w.begun {
		w.status, w.begun = status, true
	}
	w.ResponseWriter.WriteHeader(status)
}

func (w *watched) Write(b []byte) (int, error) {
	w.begun = true
	return w.ResponseWriter.Write(b)
}

// Unwrap lets the server reach what it wrapped.
func (w *watched) Unwrap() http.ResponseWriter { return w.ResponseWriter }

const cookie = "chancery"

// known lets in who shows the token; without one, whoever calls the machine by a name of its own. A page
// elsewhere can make its name stand for this machine's address, and would otherwise read the record
// through its visitor's browser.
func (s *Site) known(next http.Handler) http.Handler {
	return http.HandlerFunc(func(w http.ResponseWriter, r *http.Request) {
		if s.Token == "" {
			host, _, err := net.SplitHostPort(r.Host)
			if err != nil {
				host = strings.Trim(r.Host, "[]")
			}
			if !local(host) {
				http.Error(w, "This site answers on this machine only, under localhost or 127.0.0.1.", http.StatusMisdirectedRequest)
				return
			}
			next.ServeHTTP(w, r)
			return
		}
		open := r.URL.Path == "/login" || r.URL.Path == "/healthz" || strings.HasPrefix(r.URL.Path, "/assets/")
		if open || s.shows(r) {
			next.ServeHTTP(w, r)
			return
		}
		if r.Method == http.MethodGet && !strings.HasPrefix(r.URL.Path, "/api/") {
			http.Redirect(w, r, "/login", http.StatusSeeOther)
			return
		}
		w.Header().Set("WWW-Authenticate", "Bearer")
		http.Error(w, "Show the token first: at /login, or as Authorization: Bearer TOKEN.", http.StatusUnauthorized)
	})
}

// shows reports whether the request has the token, in its header or, once it was typed at /login, in the
// cookie, which holds a hash of it.
func (s *Site) shows(r *http.Request) bool {
	if typed, ok := strings.CutPrefix(r.Header.Get("Authorization"), "Bearer "); ok {
		return same(typed, s.Token)
	}
	c, err := r.Cookie(cookie)
	return err == nil && same(c.Value, stamp(s.Token))
}

func same(a, b string) bool { return subtle.ConstantTimeCompare([]byte(a), []byte(b)) == 1 }

func stamp(token string) string {
	sum := sha256.Sum256([]byte("chancery cookie " + token))
	return hex.EncodeToString(sum[:])
}

// login asks for the token.
func (s *Site) login(w http.ResponseWriter, r *http.Request) {
	if s.Token == "" || s.shows(r) {
		http.Redirect(w, r, "/", http.StatusSeeOther)
		return
	}
	wrong := false
	if r.Method == http.MethodPost {
		if same(strings.TrimSpace(r.PostFormValue("token")), s.Token) {
			http.SetCookie(w, &http.Cookie{Name: cookie, Value: stamp(s.Token), Path: "/", HttpOnly: true,
				SameSite: http.SameSiteStrictMode, Secure: r.TLS != nil})
			http.Redirect(w, r, "/", http.StatusSeeOther)
			return
		}
		time.Sleep(time.Second) // guessing is slow
		wrong = true
	}
	status := http.StatusOK
	if wrong {
		status = http.StatusForbidden
	}
	s.show(&request{Request: r, writer: w, site: s}, status, "login", view{Title: "Show the token", Body: wrong, Bare: true})
}
