using System.Text;

namespace Enrollment.Functions.Platform.PersonalData;

/// <summary>Where a stored value lives.</summary>
internal sealed record CellAddress(string Table, string Partition, string Row, string Column)
{
    // Table keys cannot hold control characters, so the line break keeps the parts apart.
    internal byte[] ToBytes() => Encoding.UTF8.GetBytes(string.Join('\n', Table, Partition, Row, Column));
}
