namespace Enrollment.Files.Uploads;

/// <summary>What a parent may upload.</summary>
public enum UploadType
{
    /// <summary>A photo.</summary>
    Jpeg,
    /// <summary>A scan or a picture of a screen.</summary>
    Png,
    /// <summary>A document, also of several pages.</summary>
    Pdf,
}

/// <summary>The names of the types on the wire.</summary>
public static class UploadTypes
{
    /// <summary>The type of a media type; null when it is none that may be uploaded.</summary>
    public static UploadType? OfMediaType(string? mediaType) => mediaType switch
    {
        "image/jpeg" => UploadType.Jpeg,
        "image/png" => UploadType.Png,
        "application/pdf" => UploadType.Pdf,
        _ => null,
    };

    /// <summary>How a file's name ends.</summary>
    public static string Extension(this UploadType type) => type switch
    {
        UploadType.Jpeg => "jpg",
        UploadType.Png => "png",
        UploadType.Pdf => "pdf",
        _ => throw new ArgumentOutOfRangeException(nameof(type)),
    };
}
