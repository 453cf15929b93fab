package site

import (
	"bytes"
	"crypto/sha256"
	"encoding/base64"
	"encoding/hex"
	"encoding/json"
	"errors"
	"fmt"
	"net/http"
	"net/url"
	"slices"
	"strconv"
	"strings"

	"chancery"
	"chancery/query"
)

// The answers of the API are those of query, as JSON. Lists come a page at a time: "next", where it is
// there, is the address of the following one, which stays right when reports are added meanwhile.

// limits on the number of things in a page of a list.
const (
	usualLimit = 100
	mostLimit  = 1000
)

// apiIndex names what there is.
type apiIndex struct {
	Version   string   `json:"version"`
	Endpoints []string `json:"endpoints"`
}

var endpoints = []string{
	"/api/v1/actors", "/api/v1/actors/{id}", "/api/v1/pairs/{a}/{b}", "/api/v1/changes{?since}",
	"/api/v1/agreements{?actor}", "/api/v1/commitments{?actor,open}", "/api/v1/standings/{id}", "/api/v1/timeline{?actor,with}",
	"/api/v1/entries/{id}", "/api/v1/claims{?q,actor,with,act,mood,publisher,since,until,limit,cursor}",
	"/api/v1/reports{?limit,cursor}", "/api/v1/reports/{id}",
}

// answers of the API, by pattern. All of them take as-of and known-on.
func (s *Site) api() map[string]func(*request) (any, error) {
	return map[string]func(*request) (any, error){
		"GET /api/v1": func(*request) (any, error) { return apiIndex{s.Version, endpoints}, nil },
		"GET /api/v1/actors": func(r *request) (any, error) {
			list, err := s.Record.Actors(r.Context(), r.at)
			return map[string]any{"items": list}, err
		},
		"GET /api/v1/actors/{id}": func(r *request) (any, error) {
			return s.Record.Brief(r.Context(), r.PathValue("id"), "", r.at)
		},
		"GET /api/v1/pairs/{a}/{b}": func(r *request) (any, error) {
			return s.Record.Brief(r.Context(), r.PathValue("a"), r.PathValue("b"), r.at)
		},
		"GET /api/v1/changes": func(r *request) (any, error) {
			since, err := r.day("since")
			if err != nil {
				return nil, err
			}
			return s.Record.Morning(r.Context(), since, r.at)
		},
		"GET /api/v1/agreements": func(r *request) (any, error) {
			return s.Record.Agreements(r.Context(), r.value("actor"), "", r.at)
		},
		"GET /api/v1/commitments": func(r *request) (any, error) {
			return s.Record.Commitments(r.Context(), r.value("actor"), "", r.value("open") != "", r.at)
		},
		"GET /api/v1/standings/{id}": func(r *request) (any, error) {
			return s.Record.Standings(r.Context(), r.PathValue("id"), r.at)
		},
		"GET /api/v1/timeline": func(r *request) (any, error) {
			return s.Record.Timeline(r.Context(), r.value("actor"), r.value("with"), r.at)
		},
		"GET /api/v1/entries/{id}": func(r *request) (any, error) {
			x, err := s.Record.Why(r.Context(), r.PathValue("id"), r.at)
			return x, ofID(r.PathValue("id"), err)
		},
		"GET /api/v1/claims":  s.apiClaims,
		"GET /api/v1/reports": s.apiReports,
		"GET /api/v1/reports/{id}": func(r *request) (any, error) {
			sheet, err := s.Record.Report(r.Context(), r.PathValue("id"), r.at)
			return sheet, ofID(r.PathValue("id"), err)
		},
		"/api/": func(*request) (any, error) { return nil, chancery.ErrNotFound },
	}
}

// page of a list.
type apiList[T any] struct {
	Items []T    `json:"items"`
	Total int    `json:"total"`
	Next  string `json:"next,omitempty"`
}

func (s *Site) apiClaims(r *request) (any, error) {
	q := query.ClaimQuestion{Words: r.value("q"), Act: r.value("act"), Mood: chancery.Mood(r.value("mood")), Publisher: r.value("publisher")}
	var err error
	if q.Since, err = r.day("since"); err != nil {
		return nil, err
	}
	if q.Until, err = r.day("until"); err != nil {
		return nil, err
	}
	for _, side := range []struct {
		name string
		id   *string
	}{{"actor", &q.Actor}, {"with", &q.With}} {
		if r.value(side.name) == "" {
			continue
		}
		found, err := s.Record.Actor(r.Context(), r.value(side.name))
		if err != nil {
			return nil, err
		}
		*side.id = found.ID
	}
	found, _, err := s.Record.Claims(r.Context(), q, r.at, 0)
	if err != nil {
		return nil, err
	}
	return listPage(r, found, func(t query.Told) string {
		return fmt.Sprintf("%s/%s/%010d/%s", newestFirst(t.Report.KnownOn()), t.Report.ID, t.Claim.Evidence.Start, t.Claim.ID)
	})
}

func (s *Site) apiReports(r *request) (any, error) {
	reports, err := s.Record.Reports(r.Context(), r.at)
	if err != nil {
		return nil, err
	}
	return listPage(r, reports, func(rep chancery.Report) string { return newestFirst(rep.KnownOn()) + "/" + rep.ID })
}

// newestFirst is a text that sorts later days before earlier ones.
func newestFirst(d chancery.Date) string {
	return fmt.Sprintf("%08d", 99999999-(d.Year*10000+int(d.Month)*100+d.Day))
}

// listPage gives the part of a list, sorted by its keys, that the address asks for. The cursor is the key of the
// last item that was seen.
func listPage[T any](r *request, list []T, key func(T) string) (any, error) {
	limit := usualLimit
	if text := r.value("limit"); text != "" {
		var err error
		if limit, err = strconv.Atoi(text); err != nil || limit < 1 || limit > mostLimit {
			return nil, wrongInput{fmt.Sprintf("limit must be a number from 1 to %d", mostLimit)}
		}
	}
	seen, err := base64.RawURLEncoding.DecodeString(r.value("cursor"))
	if err != nil {
		return nil, wrongInput{"cursor must be as an answer gave it in next"}
	}
	total := len(list)
	slices.SortStableFunc(list, func(a, b T) int { return strings.Compare(key(a), key(b)) })
	if len(seen) > 0 {
		list = slices.DeleteFunc(list, func(x T) bool { return key(x) <= string(seen) })
	}
	answer := apiList[T]{Items: list[:min(limit, len(list))], Total: total}
	if answer.Items == nil {
		answer.Items = []T{}
	}
	if len(list) > limit {
		values := r.URL.Query()
		values.Set("cursor", base64.RawURLEncoding.EncodeToString([]byte(key(list[limit-1]))))
		answer.Next = r.URL.Path + "?" + values.Encode()
	}
	return answer, nil
}

// json makes a handler of what answers with data.
func (s *Site) json(answer func(*request) (any, error)) http.Handler {
	return http.HandlerFunc(func(w http.ResponseWriter, r *http.Request) {
		req := &request{Request: r, writer: w, site: s}
		err := req.pointOfView()
		var data any
		if err == nil {
			data, err = answer(req)
		}
		if err == nil {
			err = req.send("application/json", data)
		}
		if err != nil {
			req.problem(err)
		}
	})
}

// send writes data with a mark by which the next request can ask whether it has changed.
func (r *request) send(kind string, data any) error {
	var b bytes.Buffer
	encoder := json.NewEncoder(&b)
	if err := encoder.Encode(data); err != nil {
		return fmt.Errorf("writing the answer: %w", err)
	}
	return r.write(kind, b.Bytes())
}

// write answers with bytes, or with 304 where the visitor has them already.
func (r *request) write(kind string, data []byte) error {
	sum := sha256.Sum256(data)
	mark := `"` + hex.EncodeToString(sum[:12]) + `"`
	h := r.writer.Header()
	h.Set("Content-Type", kind)
	h.Set("Cache-Control", "private, no-cache")
	h.Set("ETag", mark)
	if slices.Contains(strings.Split(strings.ReplaceAll(r.Header.Get("If-None-Match"), " ", ""), ","), mark) {
		r.writer.WriteHeader(http.StatusNotModified)
		return nil
	}
	_, err := r.writer.Write(data)
	return err
}

// problem answers with what went wrong, in the form of RFC 9457.
func (r *request) problem(err error) {
	if r.Context().Err() != nil {
		return // the visitor has left
	}
	status, detail := http.StatusInternalServerError, "the answer could not be made; the log of the program says why"
	var choices []query.ActorChoice
	var unknown *query.UnknownNameError
	var ambiguous *query.AmbiguousNameError
	var wrong wrongInput
	switch {
	case errors.As(err, &unknown):
		status, detail, choices = http.StatusNotFound, err.Error(), unknown.Suggestions
	case errors.As(err, &ambiguous):
		status, detail, choices = http.StatusConflict, err.Error(), ambiguous.Choices
	case errors.Is(err, query.ErrNothingSaid), errors.Is(err, chancery.ErrNotFound):
		status, detail = http.StatusNotFound, "there is nothing at this address from this point of view"
	case errors.As(err, &wrong):
		status, detail = http.StatusBadRequest, wrong.text
	default:
		r.site.Log.Error("an answer failed", "path", r.URL.Path, "error", err)
	}
	body, err := json.Marshal(map[string]any{"status": status, "title": http.StatusText(status), "detail": detail,
		"instance": (&url.URL{Path: r.URL.Path}).String(), "choices": choices})
	if err != nil {
		r.site.Log.Error("a problem could not be told", "error", err)
		return
	}
	r.writer.Header().Set("Content-Type", "application/problem+json")
	r.writer.WriteHeader(status)
	_, _ = r.writer.Write(body)
}
