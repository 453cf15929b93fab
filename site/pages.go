package site

import (
	"crypto/sha256"
	"embed"
	"encoding/hex"
	"fmt"
	"html/template"
	"io/fs"
	"mime"
	"net/http"
	"path"
	"strings"
	"unicode"
)

//go:embed pages/*.html
var pageFiles embed.FS

//go:embed assets
var assetFiles embed.FS

type page = template.Template

// loadPages reads the templates: each page is the frame with a body of its own.
func loadPages(assets map[string]asset) (map[string]*page, error) {
	functions := template.FuncMap{
		"asset": func(name string) (string, error) {
			a, ok := assets[name]
			if !ok {
				return "", fmt.Errorf("there is no asset %s", name)
			}
			return "/assets/" + a.mark + "/" + name, nil
		},
		"shown": shown, "web": web, "count": count, "upper": upper, "more": more,
	}
	names, err := fs.Glob(pageFiles, "pages/*.html")
	if err != nil {
		return nil, err
	}
	shared, err := template.New("frame.html").Funcs(functions).ParseFS(pageFiles, "pages/frame.html", "pages/lines.html")
	if err != nil {
		return nil, err
	}
	pages := map[string]*page{}
	for _, name := range names {
		short := strings.TrimSuffix(path.Base(name), ".html")
		if short == "frame" || short == "lines" {
			continue
		}
		clone, err := shared.Clone()
		if err != nil {
			return nil, err
		}
		if pages[short], err = clone.ParseFS(pageFiles, name); err != nil {
			return nil, err
		}
	}
	return pages, nil
}

// shown makes a report's words fit to be seen: marks that turn the direction of what follows, and
// control codes, could make a passage look like another one. What is kept stays as it is.
func shown(text string) string {
	return strings.Map(func(r rune) rune {
		turns := r >= '\u202a' && r <= '\u202e' || r >= '\u2066' && r <= '\u2069' || r == '\u200e' || r == '\u200f' || r == '\u061c'
		if turns || unicode.IsControl(r) && !unicode.IsSpace(r) {
			return -1
		}
		return r
	}, text)
}

// longestTitle is how many letters of a title, a publisher or a name are shown.
const longestTitle = 160

// clip shortens what should be short, and may not be.
func clip(text string) string {
	letters := 0
	for at := range text {
		if letters++; letters > longestTitle {
			return text[:at] + "…"
		}
	}
	return text
}

// web reports whether an address may be followed: a report may name any.
func web(address string) bool {
	return strings.HasPrefix(address, "https://") || strings.HasPrefix(address, "http://")
}

// count is a number with its noun: "1 report", "5 reports".
func count(n int, noun string) string {
	if n == 1 {
		return "1 " + noun
	}
	if stem, ok := strings.CutSuffix(noun, "y"); ok {
		return fmt.Sprintf("%d %sies", n, stem)
	}
	return fmt.Sprintf("%d %ss", n, noun)
}

// asset is a file that pages need. Its address changes with its content, so browsers may keep it.
type asset struct {
	mark string
	kind string
	data []byte
}

func loadAssets() (map[string]asset, error) {
	entries, err := fs.ReadDir(assetFiles, "assets")
	if err != nil {
		return nil, err
	}
	assets := map[string]asset{}
	for _, e := range entries {
		data, err := fs.ReadFile(assetFiles, "assets/"+e.Name())
		if err != nil {
			return nil, err
		}
		sum := sha256.Sum256(data)
		kind := mime.TypeByExtension(path.Ext(e.Name()))
		if path.Ext(e.Name()) == ".woff2" {
			kind = "font/woff2"
		}
		assets[e.Name()] = asset{hex.EncodeToString(sum[:4]), kind, data}
	}
	return assets, nil
}

func (s *Site) asset(w http.ResponseWriter, r *http.Request) {
	a, ok := s.assets[r.PathValue("name")]
	if !ok {
		http.NotFound(w, r)
		return
	}
	w.Header().Set("Content-Type", a.kind)
	if r.PathValue("mark") == a.mark {
		w.Header().Set("Cache-Control", "public, max-age=31536000, immutable")
	}
	_, _ = w.Write(a.data)
}

// more counts the reports beyond the first.
func more(reports int) string {
	if reports == 2 {
		return "one other report"
	}
	return fmt.Sprintf("%d other reports", reports-1)
}
