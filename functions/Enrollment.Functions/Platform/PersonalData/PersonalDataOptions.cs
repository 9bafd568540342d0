using System.ComponentModel.DataAnnotations;
using Enrollment.Settings;

namespace Enrollment.Functions.Platform.PersonalData;

/// <summary>Settings <c>PersonalData__*</c>: the keys of what is stored about people. They live outside the storage account.</summary>
internal sealed class PersonalDataOptions : IValidatableObject
{
    public const string Section = "PersonalData";

    /// <summary>The keys of stored fields: the first encrypts, all decrypt.</summary>
    [MinLength(1)]
    public IReadOnlyList<PersonalDataKey> Keys { get; init; } = [];

    /// <summary>Makes look-up hashes and application numbers. Cannot be rotated.</summary>
    [Base64Bytes(32), Setting(Secret = true)]
    public string IndexKey { get; init; } = "";

    public IEnumerable<ValidationResult> Validate(ValidationContext validationContext)
    {
        if (Keys.DistinctBy(key => key.Id, StringComparer.Ordinal).Count() != Keys.Count)
            yield return new ValidationResult("holds an id twice", [nameof(Keys)]);
    }
}

/// <summary>A key and the short name that is stored with everything it encrypts.</summary>
internal sealed class PersonalDataKey
{
    /// <summary>Stands beside everything the key encrypts.</summary>
    [Required, RegularExpression("^[a-z0-9]{1,16}$", MatchTimeoutInMilliseconds = 100)]
    public string Id { get; init; } = "";

    /// <summary>The key itself.</summary>
    [Base64Bytes(32), Setting(Secret = true)]
    public string Secret { get; init; } = "";
}
