namespace Enrollment.Domain.Placement;

/// <summary>Reads canonical lines one after the other and knows which one it could not read.</summary>
internal sealed class LineCursor(IReadOnlyList<string> lines)
{
    private int _next;

    /// <summary>The number, from 1, of the line read last (or of the one that is missing).</summary>
    public int Line => _next;

    public bool IsAtEnd => _next == lines.Count;

    public bool StartsWith(string word) => _next < lines.Count && lines[_next].StartsWith(word, StringComparison.Ordinal);

    /// <summary>The next line.</summary>
    public string Next() => _next++ < lines.Count ? lines[_next - 1] : throw new NotCanonicalException();

    /// <summary>What follows the word in the next line.</summary>
    public string After(string word) => Next() is var line && line.StartsWith(word, StringComparison.Ordinal) ? line[word.Length..] : throw new NotCanonicalException();

    /// <summary>The value, or the end of reading where there is none.</summary>
    public static T Need<T>(T? value) where T : struct => value ?? throw new NotCanonicalException();

    /// <summary>Goes on only if the condition holds.</summary>
    public static void Demand(bool condition)
    {
        if (!condition)
            throw new NotCanonicalException();
    }
}

/// <summary>Ends the reading of a text that is not canonical; never leaves the reader that starts it.</summary>
internal sealed class NotCanonicalException : FormatException;
