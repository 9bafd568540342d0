namespace Enrollment.Domain.Placement.Balancing;

/// <summary>One column of the table a search balances, with what it weighs. Weights are whole thousandths. Closed.</summary>
/// <param name="Name">1 to 40 characters without spaces.</param>
public abstract record AttributeColumn(string Name)
{
    /// <summary>A number, such as a score in tenths of a point or an age in months.</summary>
    /// <param name="Name">1 to 40 characters without spaces.</param>
    /// <param name="MeanWeight">Of the classes' means.</param>
    /// <param name="SpreadWeight">Of the classes' spread around the mean.</param>
    /// <param name="Bands">Is its distribution balanced too, by twelve cumulative bands?</param>
    /// <param name="BandWeight">Of each band.</param>
    public sealed record Number(string Name, int MeanWeight, int SpreadWeight, bool Bands, int BandWeight) : AttributeColumn(Name);

    /// <summary>One of several levels, numbered from 0, such as the primary school.</summary>
    /// <param name="Name">1 to 40 characters without spaces.</param>
    /// <param name="Weight">Of all levels together.</param>
    public sealed record Category(string Name, int Weight) : AttributeColumn(Name);
}
