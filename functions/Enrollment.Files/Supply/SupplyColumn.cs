namespace Enrollment.Files.Supply;

/// <summary>A column of a file.</summary>
/// <param name="Name">Its English heading, which faults name too.</param>
/// <param name="Chinese">Its Chinese heading.</param>
/// <param name="IsRequired">Must the file have it?</param>
/// <param name="MostLength">The longest text it takes.</param>
internal sealed record SupplyColumn(string Name, string Chinese, bool IsRequired, int MostLength = 80);
