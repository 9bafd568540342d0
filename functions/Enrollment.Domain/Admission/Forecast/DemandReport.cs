namespace Enrollment.Domain.Admission.Forecast;

/// <summary>A forecast.</summary>
/// <param name="Lines">By school and year.</param>
/// <param name="Unserved">Zones with children and no school.</param>
public sealed record DemandReport(IReadOnlyList<DemandLine> Lines, IReadOnlyList<UnservedDemand> Unserved);

/// <summary>A school's year.</summary>
/// <param name="School">The school.</param>
/// <param name="Year">The intake year.</param>
/// <param name="Needed">Places needed.</param>
/// <param name="Seats">Places there are.</param>
/// <param name="Level">How it stands.</param>
/// <param name="IsWhole">Whether all children of the year were born when the register was read.</param>
public sealed record DemandLine(SchoolCode School, int Year, int Needed, int Seats, DemandLevel Level, bool IsWhole)
{
    /// <summary>Places left; below zero, places missing.</summary>
    public int Left => Seats - Needed;
}

/// <summary>Children whose zone no school serves.</summary>
/// <param name="Zone">The zone.</param>
/// <param name="Year">The intake year.</param>
/// <param name="Needed">Places needed.</param>
public sealed record UnservedDemand(ZoneCode Zone, int Year, int Needed);

/// <summary>Warning levels (预警). Stable names.</summary>
public enum DemandLevel
{
    /// <summary>绿: at most 90 of 100 places are needed.</summary>
    Green,
    /// <summary>黄: more than 90 of 100, and all find a place.</summary>
    Yellow,
    /// <summary>橙: up to 10 of 100 more are needed than there are.</summary>
    Orange,
    /// <summary>红: still more, or places are needed where there are none.</summary>
    Red,
}

/// <summary>The levels' numbers [OWN]: policies of neighboring cities warn in colors without publishing theirs.</summary>
public static class DemandLevels
{
    /// <summary>Up to this part of the places, in hundredths, the level is green.</summary>
    public const int GreenTo = 90;

    /// <summary>Above this part, in hundredths, the level is red.</summary>
    public const int OrangeTo = 110;

    /// <summary>The level of places needed against places there are.</summary>
    public static DemandLevel Of(int needed, int seats) => (100L * needed) switch
    {
        0 => DemandLevel.Green,
        var hundredfold when hundredfold <= (long)GreenTo * seats => DemandLevel.Green,
        var hundredfold when hundredfold <= 100L * seats => DemandLevel.Yellow,
        var hundredfold when hundredfold <= (long)OrangeTo * seats => DemandLevel.Orange,
        _ => DemandLevel.Red,
    };
}
