namespace Enrollment.DevCluster.Seeds;

/// <summary>Owners as a deed writes them.</summary>
internal static class Owner
{
    public static OwnerRecord Alone(Person person) => Of(person, 1, 1);

    public static OwnerRecord Half(Person person) => Of(person, 1, 2);

    public static OwnerRecord Of(Person person, int numerator, int denominator) => new(person.Name, person.IdNo, numerator, denominator);

    /// <summary>A share the deed does not write counts as equal (R5).</summary>
    public static OwnerRecord Unwritten(Person person) => new(person.Name, person.IdNo, ShareNumerator: null, ShareDenominator: null);
}
