using System.IO.Compression;
using System.Xml;

namespace Enrollment.Files.Rosters;

/// <summary>The parts of a workbook's package and what points at them (ECMA-376 part 2).</summary>
/// <remarks>Not the library's: that one writes a copy of the whole file to a folder of its own before it reads, with every name in it.</remarks>
internal sealed class WorkbookPackage
{
    private readonly Dictionary<string, ZipArchiveEntry> _parts = new(StringComparer.OrdinalIgnoreCase);

    public WorkbookPackage(ZipArchive package)
    {
        foreach (var entry in package.Entries)
            _parts.TryAdd(Resolved("", entry.FullName), entry);
    }

    /// <summary>A part by its path.</summary>
    /// <exception cref="InvalidDataException">There is none.</exception>
    public XmlReader Open(string part) => _parts.TryGetValue(part, out var entry) ? SheetXml.Open(entry.Open()) : throw new InvalidDataException("A part is missing.");

    /// <summary>What a part points at inside the package; "" is the package itself.</summary>
    public IReadOnlyList<Relation> RelationsOf(string part)
    {
        var (folder, name) = Split(part);
        if (!_parts.TryGetValue($"{folder}_rels/{name}.rels", out var entry))
            return [];
        var relations = new List<Relation>();
        using var xml = SheetXml.Open(entry.Open());
        while (xml.Read())
        {
            if (xml.NodeType is XmlNodeType.Element && xml.LocalName == "Relationship" && xml.GetAttribute("TargetMode") is not "External"
                && xml.GetAttribute("Id") is { } id && xml.GetAttribute("Type") is { } type && xml.GetAttribute("Target") is { } target)
            {
                relations.Add(new Relation(id, type[(type.LastIndexOf('/') + 1)..], Resolved(folder, target)));
            }
        }
        return relations;
    }

    private static (string Folder, string Name) Split(string part) => (part[..(part.LastIndexOf('/') + 1)], part[(part.LastIndexOf('/') + 1)..]);

    private static string Resolved(string folder, string target)
    {
        var path = new List<string>();
        foreach (var step in (target is ['/' or '\\', ..] ? target : folder + target).Split('/', '\\'))
        {
            if (step is ".." && path.Count > 0)
                path.RemoveAt(path.Count - 1);
            else if (step is not ("" or "." or ".."))
                path.Add(step);
        }
        return string.Join('/', path);
    }
}

/// <summary>One part points at another.</summary>
/// <param name="Id">What the part calls it by.</param>
/// <param name="Kind">The last word of its type, which is the same in the transitional and the strict form.</param>
/// <param name="Part">The path.</param>
internal sealed record Relation(string Id, string Kind, string Part);
