using System.ComponentModel.DataAnnotations;

namespace Enrollment.Functions.Platform.PersonalData;

/// <summary>Settings <c>PersonalData__*</c>: the keys of what is stored about people. They live outside the storage account.</summary>
internal sealed class PersonalDataOptions : IValidatableObject
{
    public const string Section = "PersonalData";

    /// <summary>The first encrypts, all decrypt.</summary>
    [MinLength(1)]
    public IReadOnlyList<PersonalDataKey> Keys { get; init; } = [];

    [Base64Bytes(32)]
    public string IndexKey { get; init; } = "";

    public IEnumerable<ValidationResult> Validate(ValidationContext validationContext)
    {
        // Nested objects are not validated by themselves.
        var results = new List<ValidationResult>();
        foreach (var key in Keys)
            Validator.TryValidateObject(key, new ValidationContext(key), results, validateAllProperties: true);
        if (Keys.DistinctBy(key => key.Id, StringComparer.Ordinal).Count() != Keys.Count)
            results.Add(new ValidationResult("PersonalData:Keys holds an id twice."));
        return results;
    }
}

/// <summary>A key and the short name that is stored with everything it encrypts.</summary>
internal sealed class PersonalDataKey
{
    [Required, RegularExpression("^[a-z0-9]{1,16}$", MatchTimeoutInMilliseconds = 100)]
    public string Id { get; init; } = "";

    [Base64Bytes(32)]
    public string Secret { get; init; } = "";
}
