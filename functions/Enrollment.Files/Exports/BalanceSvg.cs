using System.Globalization;
using System.Text;
using System.Xml;
using Enrollment.Domain.Placement.Reporting;

namespace Enrollment.Files.Exports;

/// <summary>
/// A balance report as a picture: a bar and its value for each class and figure, as wide as a phone, with all it says also in words. Bars begin at
/// zero, so that a small difference looks small.
/// </summary>
public static class BalanceSvg
{
    // A city's two thousand classes are for the data, not for a picture.
    private const int MostClasses = 60;

    /// <summary>The SVG text.</summary>
    /// <param name="report">What is shown; for everybody, <see cref="BalanceReport.ForPublic"/>.</param>
    /// <param name="language">Of the words.</param>
    public static string Draw(BalanceReport report, CultureInfo language)
    {
        var texts = new BalanceTexts(language);
        var page = new SvgPage();
        page.Heading(texts.Get("Title", report.Pupils, report.Classes));
        page.Note(texts.ExcessOf(report));
        page.Note(texts.StandingOf(report.Overall.Lots, report.Lots));
        page.Note(report.FewerThan is { } fewest ? texts.Get("Withheld", fewest) : null);
        page.Note(report.Classes > MostClasses ? texts.Get("MoreClasses", report.Classes - MostClasses) : null);
        var rows = new BarRows(page, report, texts);
        foreach (var line in report.Counts)
        {
            rows.Section(texts.NameOf(line), line.Range, line.Lots);
            rows.Bars([.. line.Counts.Select(count => (decimal?)count)]);
        }
        foreach (var line in report.Numbers)
        {
            rows.Section(texts.Get("Mean", texts.NameOf(line.Name)), line.MeanRange, line.MeanLots, texts.IndexOf(line));
            rows.Bars(line.Means);
            rows.Section(texts.Get("Deviation", texts.NameOf(line.Name)), line.DeviationRange, line.DeviationLots);
            rows.Bars(line.Deviations);
        }
        return page.End(texts.Get("Title", report.Pupils, report.Classes), texts.Get("Description", texts.ExcessOf(report)), language);
    }

    private sealed class BarRows(SvgPage page, BalanceReport report, BalanceTexts texts)
    {
        public void Section(string name, decimal? range, Standing? lots, string? more = null)
        {
            page.Section(range is { } known ? texts.Get("Range", name, BalanceTexts.Of(known)) : texts.Get("RangeWithheld", name));
            page.Note(more);
            page.Note(texts.StandingOf(lots, report.Lots));
        }

        public void Bars(IReadOnlyList<decimal?> values)
        {
            if (report.FewerThan is { } fewest && values.All(value => value is null))
            {
                page.Note(texts.Get("CellWithheld", fewest));
                return;
            }
            var most = values.Max() ?? 0;
            for (var c = 0; c < Math.Min(values.Count, MostClasses); c++)
                page.Bar(texts.Get("Class", c + 1), most > 0 ? (values[c] ?? 0) / most : 0, ValueOf(values[c]));
        }

        private string ValueOf(decimal? value) => (value, report.FewerThan) switch
        {
            ({ } known, _) => BalanceTexts.Of(known),
            (null, { } fewest) => texts.Get("CellWithheld", fewest),
            _ => texts.Get("None"),
        };
    }

    /// <summary>Rows one below the other.</summary>
    private sealed class SvgPage
    {
        private const int Width = 360, Margin = 12, BarLeft = 64, BarWidth = 180, ValueGap = 6, LineHeight = 16, RowHeight = 18, SectionGap = 14;
        // Letters of a note that fit the page: Chinese ones are twice as wide.
        private const int NoteColumns = 54;

        private readonly List<Action<XmlWriter>> _marks = [];
        private int _y = Margin;

        public void Heading(string text) => Text(text, "h");

        public void Section(string text)
        {
            _y += SectionGap;
            Text(text, "s");
        }

        public void Note(string? text)
        {
            if (text is not null)
                Text(text, "n");
        }

        public void Bar(string label, decimal share, string value)
        {
            _y += RowHeight;
            var (y, width) = (_y, (int)(share * BarWidth));
            _marks.Add(svg =>
            {
                WriteText(svg, Margin, y, "l", label);
                svg.WriteStartElement("rect");
                Attributes(svg, ("class", "b"), ("x", Of(BarLeft)), ("y", Of(y - 11)), ("width", Of(width)), ("height", "12"));
                svg.WriteEndElement();
                WriteText(svg, BarLeft + width + ValueGap, y, "v", value);
            });
        }

        public string End(string title, string description, CultureInfo language)
        {
            var text = new StringBuilder();
            using (var svg = XmlWriter.Create(text, new XmlWriterSettings { OmitXmlDeclaration = true, Indent = true, NewLineChars = "\n" }))
            {
                svg.WriteStartElement("svg", "http://www.w3.org/2000/svg");
                Attributes(svg, ("viewBox", $"0 0 {Of(Width)} {Of(_y + Margin)}"), ("width", Of(Width)), ("height", Of(_y + Margin)), ("role", "img"), ("aria-labelledby", "title desc"), ("lang", language.Name));
                WriteNamed(svg, "title", title);
                WriteNamed(svg, "desc", description);
                svg.WriteElementString("style",
                    "text{font:13px system-ui,sans-serif;fill:#111}.h{font-size:15px;font-weight:700}.s{font-weight:700}.n{font-size:12px;fill:#333}.b{fill:#2b6cb0;stroke:#111;stroke-width:.5}");
                svg.WriteStartElement("rect");
                Attributes(svg, ("width", "100%"), ("height", "100%"), ("fill", "#fff"));
                svg.WriteEndElement();
                foreach (var mark in _marks)
                    mark(svg);
                svg.WriteEndElement();
            }
            return text.Append('\n').ToString();
        }

        private void Text(string text, string kind)
        {
            foreach (var line in Wrapped(text))
            {
                _y += LineHeight;
                var y = _y;
                _marks.Add(svg => WriteText(svg, Margin, y, kind, line));
            }
        }

        private static IEnumerable<string> Wrapped(string text)
        {
            var (line, columns) = (new StringBuilder(), 0);
            foreach (var rune in text.EnumerateRunes())
            {
                var width = rune.Value > 0x2E80 ? 2 : 1;
                if (columns + width > NoteColumns || (columns > NoteColumns - 10 && rune.Value == ' '))
                {
                    yield return line.ToString();
                    (line, columns) = (new StringBuilder(), 0);
                    if (rune.Value == ' ')
                        continue;
                }
                line.Append(rune);
                columns += width;
            }
            yield return line.ToString();
        }

        private static void WriteNamed(XmlWriter svg, string name, string text)
        {
            svg.WriteStartElement(name);
            svg.WriteAttributeString("id", name);
            svg.WriteString(Clean(text));
            svg.WriteEndElement();
        }

        private static void WriteText(XmlWriter svg, int x, int y, string kind, string text)
        {
            svg.WriteStartElement("text");
            Attributes(svg, ("class", kind), ("x", Of(x)), ("y", Of(y)));
            svg.WriteString(Clean(text));
            svg.WriteEndElement();
        }

        private static void Attributes(XmlWriter svg, params (string Name, string Value)[] attributes)
        {
            foreach (var (name, value) in attributes)
                svg.WriteAttributeString(name, value);
        }

        // A roster's column may be called anything; XML allows less.
        private static string Clean(string text) => string.Concat(text.EnumerateRunes().Where(rune => rune.Value > 0xFFFF || XmlConvert.IsXmlChar((char)rune.Value)));

        private static string Of(int number) => number.ToString(CultureInfo.InvariantCulture);
    }
}
