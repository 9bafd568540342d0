using System.Buffers;
using System.Buffers.Binary;

namespace Enrollment.Files.Uploads;

/// <summary>
/// A JPEG (ITU-T T.81) copied segment by segment: tables, frame and scans stay as they are, so no pixel changes; application data and comments
/// (Exif, XMP, IPTC, maker notes, thumbnails, color profiles) go. Only the orientation is written anew.
/// </summary>
internal ref struct JpegFile
{
    private const byte Sof0 = 0xC0, Sof1 = 0xC1, Sof2 = 0xC2, Dht = 0xC4, Soi = 0xD8, Eoi = 0xD9, Sos = 0xDA, Dqt = 0xDB, Dri = 0xDD, App0 = 0xE0, App1 = 0xE1, App14 = 0xEE, App15 = 0xEF, Com = 0xFE;

    private readonly ReadOnlySpan<byte> _file;
    private readonly ArrayBufferWriter<byte> _head = new();
    private readonly ArrayBufferWriter<byte> _body = new();
    private int _at = 2;
    private int _orientation = ExifOrientation.Upright;
    private bool _hasFrame;
    private bool _hasScan;
    private UploadFault? _fault;

    private JpegFile(ReadOnlySpan<byte> file) => _file = file;

    public static UploadReading Read(ReadOnlySpan<byte> file)
    {
        if (!file.StartsWith((ReadOnlySpan<byte>)[0xFF, Soi, 0xFF]))
            return ReadUpload.Refused(UploadFault.Malformed);
        var reader = new JpegFile(file);
        while (reader._fault is null)
        {
            if (reader.Marker() is not { } marker)
                return ReadUpload.Refused(UploadFault.Malformed);
            if (marker is Eoi)
                return reader.End();
            reader.Segment(marker);
        }
        return ReadUpload.Refused(reader._fault.Value);
    }

    private UploadReading End()
    {
        if (!_hasScan)
            return ReadUpload.Refused(UploadFault.Malformed);
        if (ForeignContent.IsIn(_file[_at..]))
            return ReadUpload.Refused(UploadFault.HiddenContent);
        byte[] orientation = _orientation == ExifOrientation.Upright ? [] : Wrapped(App1, [.. "Exif\0\0"u8, .. ExifOrientation.Write(_orientation)]);
        return new UploadReading.Accepted([0xFF, Soi, .. _head.WrittenSpan, .. orientation, .. _body.WrittenSpan, 0xFF, Eoi]);
    }

    // Any number of FF may stand before a marker.
    private byte? Marker()
    {
        if (_at >= _file.Length || _file[_at] != 0xFF)
            return null;
        while (_at < _file.Length && _file[_at] == 0xFF)
            _at++;
        return _at < _file.Length ? _file[_at++] : null;
    }

    private void Segment(byte marker)
    {
        var length = _at + 2 <= _file.Length ? BinaryPrimitives.ReadUInt16BigEndian(_file[_at..]) : 0;
        if (length < 2 || _at + length > _file.Length)
        {
            _fault = UploadFault.Malformed;
            return;
        }
        var content = _file.Slice(_at + 2, length - 2);
        _at += length;
        _fault = marker switch
        {
            Sof0 or Sof1 or Sof2 => Frame(content),
            Dht => HoldsTables(content, HuffmanLength),
            Dqt => HoldsTables(content, QuantizationLength),
            Dri => content.Length == 2 ? null : UploadFault.Malformed,
            Sos => _hasFrame ? null : UploadFault.Malformed,
            >= App0 and <= App15 or Com => null,
            // arithmetic coding, lossless and hierarchical pictures: no browser shows them
            _ => UploadFault.Malformed,
        };
        if (_fault is not null)
            return;
        if (marker is >= App0 and <= App15 or Com)
            KeepOf(marker, content);
        else
            _body.Write(Wrapped(marker, content));
        if (marker is Sos)
            Scan();
    }

    private void KeepOf(byte marker, ReadOnlySpan<byte> content)
    {
        if (marker is App0 && content.StartsWith("JFIF\0"u8) && content.Length >= 14 && _head.WrittenCount == 0)
            _head.Write(Wrapped(App0, [.. content[..12], 0, 0]));
        else if (marker is App14 && content.StartsWith("Adobe"u8) && content.Length >= 12)
            _body.Write(Wrapped(App14, content[..12]));
        else if (marker is App1 && content.StartsWith("Exif\0\0"u8))
            _orientation = ExifOrientation.Read(content[6..]);
    }

    private UploadFault? Frame(ReadOnlySpan<byte> content)
    {
        if (_hasFrame || content.Length < 6 || content[0] != 8 || content[5] is not (1 or 3 or 4) || content.Length != 6 + (3 * content[5]))
            return UploadFault.Malformed;
        _hasFrame = true;
        var (height, width) = (BinaryPrimitives.ReadUInt16BigEndian(content[1..]), BinaryPrimitives.ReadUInt16BigEndian(content[3..]));
        return height == 0 || width == 0 ? UploadFault.Malformed : ReadUpload.IsTooLarge(width, height) ? UploadFault.TooManyPixels : null;
    }

    // Copied as they are up to the next marker; FF00 is a data byte, FFD0 to FFD7 are restarts. Without a marker the file was cut off.
    private void Scan()
    {
        _hasScan = true;
        for (var at = _at; at + 1 < _file.Length; at++)
        {
            if (_file[at] != 0xFF || _file[at + 1] is 0x00 or (>= 0xD0 and <= 0xD7))
                continue;
            _body.Write(_file[_at..at]);
            _at = at;
            return;
        }
        _fault = UploadFault.Malformed;
    }

    // Tables fill their segment exactly, so that nothing hides between them.
    private static UploadFault? HoldsTables(ReadOnlySpan<byte> content, Func<byte[], int?> lengthOf)
    {
        while (content.Length > 0)
        {
            if (lengthOf(content.Length > 17 ? content[..17].ToArray() : content.ToArray()) is not { } length || length > content.Length)
                return UploadFault.Malformed;
            content = content[length..];
        }
        return null;
    }

    private static int? HuffmanLength(byte[] table) =>
        table.Length == 17 && (table[0] & 0xEC) == 0 && table.Skip(1).Sum(count => count) is <= 256 and var symbols ? 17 + symbols : null;

    private static int? QuantizationLength(byte[] table) => (table[0] & 0xEC) == 0 ? (table[0] >> 4 == 0 ? 65 : 129) : null;

    private static byte[] Wrapped(byte marker, ReadOnlySpan<byte> content)
    {
        var length = content.Length + 2;
        return [0xFF, marker, (byte)(length >> 8), (byte)length, .. content];
    }
}
