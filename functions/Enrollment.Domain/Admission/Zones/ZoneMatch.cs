namespace Enrollment.Domain.Admission.Zones;

/// <summary>Which zone of one kind an address lies in. Closed; only a sure <see cref="Found"/> is for a machine to use.</summary>
public abstract record ZoneMatch
{
    private ZoneMatch()
    {
    }

    /// <summary>Exactly one zone claims the address.</summary>
    /// <param name="Zone">The zone.</param>
    /// <param name="Confidence">The surest line of the list that covers it.</param>
    public sealed record Found(ZoneCode Zone, MatchConfidence Confidence) : ZoneMatch;

    /// <summary>Several zones claim it, in order of their codes: a person decides (R10).</summary>
    public sealed record Ambiguous(IReadOnlyList<ZoneCode> Zones) : ZoneMatch
    {
        /// <inheritdoc/>
        public bool Equals(Ambiguous? other) => other is not null && Zones.SequenceEqual(other.Zones);

        /// <inheritdoc/>
        public override int GetHashCode() => Zones.Count;
    }

    /// <summary>No zone claims it.</summary>
    public sealed record Unknown(UnknownZoneReason Reason) : ZoneMatch;

    /// <summary>May a machine go on with it, or must a person look?</summary>
    public bool IsSure => this is Found { Confidence: <= MatchConfidence.CompoundOnStreet };

    /// <summary>For R10: in how many zones the address is listed; null when that is not sure, for which R10 answers unknown.</summary>
    public int? Listed => this switch
    {
        Found => IsSure ? 1 : null,
        Ambiguous ambiguous => ambiguous.Zones.Count,
        Unknown => 0,
        _ => throw new InvalidOperationException("ZoneMatch is closed."),
    };
}

/// <summary>Why no zone claims an address.</summary>
public enum UnknownZoneReason
{
    /// <summary>Neither street and number nor compound could be read from it.</summary>
    NotReadable,
    /// <summary>It names another district.</summary>
    OtherDistrict,
    /// <summary>No list names it.</summary>
    NotListed,
}

/// <summary>Where an address lies: R10 allows one zone of each kind, and asks for one at least.</summary>
/// <param name="SingleSchool">单校片区.</param>
/// <param name="MultiSchool">多校片区.</param>
public sealed record ServiceArea(ZoneMatch SingleSchool, ZoneMatch MultiSchool)
{
    /// <summary>True when a machine must not go on: several zones, a weak match, or none at all.</summary>
    public bool NeedsPerson => !((SingleSchool.IsSure || MultiSchool.IsSure) && IsSureOrNone(SingleSchool) && IsSureOrNone(MultiSchool));

    private static bool IsSureOrNone(ZoneMatch match) => match.IsSure || match is ZoneMatch.Unknown;
}
