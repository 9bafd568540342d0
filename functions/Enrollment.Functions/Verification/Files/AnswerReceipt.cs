using System.Globalization;
using System.Security.Cryptography;
using System.Text;
using Enrollment.Functions.Departments.Files;

namespace Enrollment.Functions.Verification.Files;

/// <summary>What became of a row of answers.</summary>
internal enum RowOutcome
{
    /// <summary>Durable; taken into its application as a callback would be.</summary>
    Taken,
    /// <summary>The same answer came before, in this file, an earlier one or by a call.</summary>
    Repeated,
    /// <summary>Nobody asked this, or not this department.</summary>
    Unknown,
    /// <summary>No request id and one sealed answer: too many cells, quotes, formulas, or nothing.</summary>
    Malformed,
    /// <summary>No key of the department opens it, or it was sealed for another request.</summary>
    NotSealed,
    /// <summary>Longer than an answer may be.</summary>
    TooLarge,
    /// <summary>What was sealed is outside the contract, or answers another question.</summary>
    OutsideContract,
}

/// <summary>Why no row of a file was read.</summary>
internal enum FileFault
{
    /// <summary>The rows were read.</summary>
    None,
    /// <summary>It has no trailer.</summary>
    Incomplete,
    /// <summary>Hash, count or header is another.</summary>
    Corrupt,
    /// <summary>More bytes than a file may have.</summary>
    TooLarge,
}

/// <summary>What we tell a department of its file: every row that was not taken, by line and request id; nothing of anybody.</summary>
internal sealed record AnswerReceipt(FileFault Fault, IReadOnlyList<(SealedRow Row, RowOutcome Outcome)> Rows)
{
    private const int VersionLength = 12;

    public int Count(RowOutcome outcome) => Rows.Count(row => row.Outcome == outcome);

    /// <summary>A file that was written anew gets a receipt of its own.</summary>
    public static string NameFor(SeenFile file) =>
        $"{Path.GetFileNameWithoutExtension(file.Name)}-{Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(file.Version)))[..VersionLength]}.csv";

    public byte[] ToCsv()
    {
        var text = new StringBuilder("line,requestId,outcome\r\n");
        if (Fault is not FileFault.None)
            text.Append(CultureInfo.InvariantCulture, $"0,,File{Fault}\r\n");
        foreach (var (row, outcome) in Rows.Where(row => row.Outcome is not RowOutcome.Taken))
            text.Append(CultureInfo.InvariantCulture, $"{row.Line},{row.RequestId},{outcome}\r\n");
        text.Append(CultureInfo.InvariantCulture, $"#end,{Rows.Count},{Count(RowOutcome.Taken)}\r\n");
        return Encoding.ASCII.GetBytes(text.ToString());
    }
}
