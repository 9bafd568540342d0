using System.ComponentModel.DataAnnotations;

namespace Enrollment.Functions.Platform.PersonalData;

/// <summary>A setting that holds at least so many bytes as base64.</summary>
[AttributeUsage(AttributeTargets.Property)]
internal sealed class Base64BytesAttribute(int minimum) : ValidationAttribute($"is not base64 of {minimum} bytes or more")
{
    public int Minimum { get; } = minimum;

    public override bool IsValid(object? value) =>
        value is string text && new byte[text.Length] is var bytes && Convert.TryFromBase64String(text, bytes, out var length) && length >= Minimum;
}
