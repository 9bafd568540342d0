using System.Globalization;
using System.Text;
using System.Xml;
using Enrollment.Domain.Placement.Rosters;

namespace Enrollment.Files.Rosters;

/// <summary>Rows of one sheet of a workbook, cell by cell: however long the sheet or a row is, no more than one row of the columns a roster has is held.</summary>
internal sealed class SheetRows(WorkbookCell cell)
{
    private readonly StringBuilder _text = new();
    private readonly char[] _buffer = new char[4096];
    private List<RosterCell> _cells = [];
    private string? _type, _style;
    private int _place;
    private int _phonetic;
    private bool _isFormula, _isText;

    public IEnumerable<SheetRow> Of(XmlReader xml)
    {
        using var part = xml;
        var number = 0;
        while (xml.Read())
        {
            if (_isText && _phonetic == 0 && xml.IsText())
                xml.AppendTo(_text, _buffer);
            if (xml.NodeType is XmlNodeType.Element && xml.LocalName == "row")
            {
                number = Number(xml.GetAttribute("r")) ?? number + 1;
                (_cells, _place) = ([], -1);
            }
            else if (xml.NodeType is XmlNodeType.EndElement && xml.LocalName == "row")
            {
                yield return new SheetRow(number, _cells);
            }
            else
            {
                Inside(xml);
            }
        }
    }

    private void Inside(XmlReader xml)
    {
        if (xml.NodeType is not (XmlNodeType.Element or XmlNodeType.EndElement))
            return;
        var isStart = xml.NodeType is XmlNodeType.Element;
        _isText = isStart && !xml.IsEmptyElement && xml.LocalName is "v" or "t";
        switch (xml.LocalName)
        {
            case "c" when isStart:
                Start(xml);
                break;
            case "c":
                Put();
                break;
            case "f":
                _isFormula = true;
                break;
            case "rPh" when !xml.IsEmptyElement:
                _phonetic += isStart ? 1 : -1;
                break;
        }
    }

    private void Start(XmlReader xml)
    {
        _place = xml.GetAttribute("r") is { } reference ? PlaceOf(reference) : _place + 1;
        (_type, _style, _isFormula) = (xml.GetAttribute("t"), xml.GetAttribute("s"), false);
        _text.Clear();
    }

    /// <summary>One place past the last column a roster can have is kept, so that somebody sees there are too many.</summary>
    private void Put()
    {
        var found = _isFormula ? new RosterCell("", RosterFaultCode.Formula) : cell.Of(_type, _style, _text.ToString());
        if (_place < 0 || found.IsBlank)
            return;
        var place = Math.Min(_place, RosterColumns.Most);
        while (_cells.Count <= place)
            _cells.Add(new RosterCell(""));
        _cells[place] = found;
    }

    private static int? Number(string? text) => int.TryParse(text, NumberStyles.None, CultureInfo.InvariantCulture, out var number) ? number : null;

    private static int PlaceOf(string reference)
    {
        var place = 0;
        foreach (var letter in reference.TakeWhile(char.IsAsciiLetter).Take(4))
            place = place * 26 + (char.ToUpperInvariant(letter) - 'A' + 1);
        return place - 1;
    }
}
