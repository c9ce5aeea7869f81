/* libqpdf is opened by the first PDF that is finished (base/late.h): of what a check takes of a
 * processor, linking it was an eighth. Its functions go by their names all the same. */
#ifndef MKB_OUTPUT_QPDF_LATE_H
#define MKB_OUTPUT_QPDF_LATE_H

#include "base/late.h"

#include <qpdf/qpdf-c.h>

/* Before any of them is called, and before the sandbox is entered. FALSE after reporting; a NULL
 * `sink` is told nothing. */
gboolean qpdf_open(Diagnostics *sink);

/* A function that is used has a line here and one below; a few are of tests. */
/* clang-format off */
#define QPDF_FUNCTIONS(F) \
    F(qpdf, check_pdf) \
    F(qpdf, cleanup) \
    F(qpdf, force_pdf_version) \
    F(qpdf, get_buffer) \
    F(qpdf, get_buffer_length) \
    F(qpdf, get_error) \
    F(qpdf, get_error_full_text) \
    F(qpdf, get_num_pages) \
    F(qpdf, get_object_by_id) \
    F(qpdf, get_page_n) \
    F(qpdf, get_qpdf_version) \
    F(qpdf, get_root) \
    F(qpdf, get_trailer) \
    F(qpdf, has_error) \
    F(qpdf, init) \
    F(qpdf, init_write_memory) \
    F(qpdf, make_indirect_object) \
    F(qpdf, more_warnings) \
    F(qpdf, next_warning) \
    F(qpdf, oh_append_item) \
    F(qpdf, oh_begin_dict_key_iter) \
    F(qpdf, oh_dict_more_keys) \
    F(qpdf, oh_dict_next_key) \
    F(qpdf, oh_get_array_item) \
    F(qpdf, oh_get_array_n_items) \
    F(qpdf, oh_get_dict) \
    F(qpdf, oh_get_int_value) \
    F(qpdf, oh_get_key) \
    F(qpdf, oh_get_name) \
    F(qpdf, oh_get_object_id) \
    F(qpdf, oh_get_page_content_data) \
    F(qpdf, oh_get_stream_data) \
    F(qpdf, oh_get_utf8_value) \
    F(qpdf, oh_has_key) \
    F(qpdf, oh_is_array) \
    F(qpdf, oh_is_dictionary) \
    F(qpdf, oh_is_initialized) \
    F(qpdf, oh_is_name) \
    F(qpdf, oh_is_name_and_equals) \
    F(qpdf, oh_is_stream) \
    F(qpdf, oh_is_string) \
    F(qpdf, oh_new_array) \
    F(qpdf, oh_new_dictionary) \
    F(qpdf, oh_new_integer) \
    F(qpdf, oh_new_name) \
    F(qpdf, oh_new_null) \
    F(qpdf, oh_new_object) \
    F(qpdf, oh_new_real_from_string) \
    F(qpdf, oh_new_stream) \
    F(qpdf, oh_new_string) \
    F(qpdf, oh_new_unicode_string) \
    F(qpdf, oh_new_uninitialized) \
    F(qpdf, oh_parse) \
    F(qpdf, oh_release) \
    F(qpdf, oh_remove_key) \
    F(qpdf, oh_replace_key) \
    F(qpdf, oh_replace_stream_data) \
    F(qpdf, read_memory) \
    F(qpdf, set_attempt_recovery) \
    F(qpdf, set_deterministic_ID) \
    F(qpdf, set_newline_before_endstream) \
    F(qpdf, set_object_stream_mode) \
    F(qpdf, set_suppress_warnings) \
    F(qpdf, silence_errors) \
    F(qpdf, write)
/* clang-format on */

LATE_TABLE(Qpdf, QPDF_FUNCTIONS);
extern Qpdf qpdf_late;

#define qpdf_check_pdf qpdf_late.check_pdf
#define qpdf_cleanup qpdf_late.cleanup
#define qpdf_force_pdf_version qpdf_late.force_pdf_version
#define qpdf_get_buffer qpdf_late.get_buffer
#define qpdf_get_buffer_length qpdf_late.get_buffer_length
#define qpdf_get_error qpdf_late.get_error
#define qpdf_get_error_full_text qpdf_late.get_error_full_text
#define qpdf_get_num_pages qpdf_late.get_num_pages
#define qpdf_get_object_by_id qpdf_late.get_object_by_id
#define qpdf_get_page_n qpdf_late.get_page_n
#define qpdf_get_qpdf_version qpdf_late.get_qpdf_version
#define qpdf_get_root qpdf_late.get_root
#define qpdf_get_trailer qpdf_late.get_trailer
#define qpdf_has_error qpdf_late.has_error
#define qpdf_init qpdf_late.init
#define qpdf_init_write_memory qpdf_late.init_write_memory
#define qpdf_make_indirect_object qpdf_late.make_indirect_object
#define qpdf_more_warnings qpdf_late.more_warnings
#define qpdf_next_warning qpdf_late.next_warning
#define qpdf_oh_append_item qpdf_late.oh_append_item
#define qpdf_oh_begin_dict_key_iter qpdf_late.oh_begin_dict_key_iter
#define qpdf_oh_dict_more_keys qpdf_late.oh_dict_more_keys
#define qpdf_oh_dict_next_key qpdf_late.oh_dict_next_key
#define qpdf_oh_get_array_item qpdf_late.oh_get_array_item
#define qpdf_oh_get_array_n_items qpdf_late.oh_get_array_n_items
#define qpdf_oh_get_dict qpdf_late.oh_get_dict
#define qpdf_oh_get_int_value qpdf_late.oh_get_int_value
#define qpdf_oh_get_key qpdf_late.oh_get_key
#define qpdf_oh_get_name qpdf_late.oh_get_name
#define qpdf_oh_get_object_id qpdf_late.oh_get_object_id
#define qpdf_oh_get_page_content_data qpdf_late.oh_get_page_content_data
#define qpdf_oh_get_stream_data qpdf_late.oh_get_stream_data
#define qpdf_oh_get_utf8_value qpdf_late.oh_get_utf8_value
#define qpdf_oh_has_key qpdf_late.oh_has_key
#define qpdf_oh_is_array qpdf_late.oh_is_array
#define qpdf_oh_is_dictionary qpdf_late.oh_is_dictionary
#define qpdf_oh_is_initialized qpdf_late.oh_is_initialized
#define qpdf_oh_is_name qpdf_late.oh_is_name
#define qpdf_oh_is_name_and_equals qpdf_late.oh_is_name_and_equals
#define qpdf_oh_is_stream qpdf_late.oh_is_stream
#define qpdf_oh_is_string qpdf_late.oh_is_string
#define qpdf_oh_new_array qpdf_late.oh_new_array
#define qpdf_oh_new_dictionary qpdf_late.oh_new_dictionary
#define qpdf_oh_new_integer qpdf_late.oh_new_integer
#define qpdf_oh_new_name qpdf_late.oh_new_name
#define qpdf_oh_new_null qpdf_late.oh_new_null
#define qpdf_oh_new_object qpdf_late.oh_new_object
#define qpdf_oh_new_real_from_string qpdf_late.oh_new_real_from_string
#define qpdf_oh_new_stream qpdf_late.oh_new_stream
#define qpdf_oh_new_string qpdf_late.oh_new_string
#define qpdf_oh_new_unicode_string qpdf_late.oh_new_unicode_string
#define qpdf_oh_new_uninitialized qpdf_late.oh_new_uninitialized
#define qpdf_oh_parse qpdf_late.oh_parse
#define qpdf_oh_release qpdf_late.oh_release
#define qpdf_oh_remove_key qpdf_late.oh_remove_key
#define qpdf_oh_replace_key qpdf_late.oh_replace_key
#define qpdf_oh_replace_stream_data qpdf_late.oh_replace_stream_data
#define qpdf_read_memory qpdf_late.read_memory
#define qpdf_set_attempt_recovery qpdf_late.set_attempt_recovery
#define qpdf_set_deterministic_ID qpdf_late.set_deterministic_ID
#define qpdf_set_newline_before_endstream qpdf_late.set_newline_before_endstream
#define qpdf_set_object_stream_mode qpdf_late.set_object_stream_mode
#define qpdf_set_suppress_warnings qpdf_late.set_suppress_warnings
#define qpdf_silence_errors qpdf_late.silence_errors
#define qpdf_write qpdf_late.write

#endif
